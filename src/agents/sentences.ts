/** Passes text on sentence by sentence, each only after it was looked at; what was passed never changes afterwards. */
export function sentenceGate(isFine: (sentence: string) => boolean, pass: (text: string) => void) {
  let waiting = '';
  let stopped = false;
  const release = (text: string) => {
    if (stopped || text === '') return;
    if (isFine(text)) pass(text);
    else stopped = true;
  };
  return {
    push(delta: string) {
      waiting += delta;
      for (;;) {
        // A point after a digit may be an ordinal's ("12. Dezember"): such a sentence goes on with the next.
        const end = /(?:(?<!\d)\.|[!?…:])(?=\s)\s+|\n+/.exec(waiting);
        if (!end) return;
        const cut = end.index + end[0].length;
        release(waiting.slice(0, cut));
        waiting = waiting.slice(cut);
      }
    },
    end() {
      release(waiting);
      waiting = '';
    },
    /** Something did not pass: the rest was held back. */
    get isStopped() {
      return stopped;
    },
  };
}
