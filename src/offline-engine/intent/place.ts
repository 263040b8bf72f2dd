/** Who writes: it decides which intents there are. */
export type Side = 'customer' | 'rep';

/** Where a message stands, as far as it bears on what it may mean. */
export type Place = {
  readonly side: Side;
  readonly asked?: string | undefined;
  readonly pending?: string | undefined;
  readonly lastIntent?: string | undefined;
  readonly invoice?: string | undefined;
  readonly line?: number | undefined;
  readonly case?: string | undefined;
  readonly listed?: readonly unknown[] | undefined;
};

const word = (intent: string): string => intent.replace(/\W/g, '');

/** One word for each thing known of the place; no text contains such a word. */
export function placeMarks(place: Place): string[] {
  const { side, asked, pending, lastIntent, listed = [] } = place;
  const marks = [
    asked && `xasked${asked}`,
    pending && `xpending${word(pending)}`,
    lastIntent && `xlast${word(lastIntent)}`,
    place.invoice && 'xinvoice',
    place.line !== undefined && 'xline',
    place.case && 'xcase',
    listed.length > 0 && 'xlisted',
  ].filter((mark) => typeof mark === 'string' && mark !== '');
  return [`xside${side}`, ...(marks.length === 0 ? ['xfresh'] : marks.map(String))];
}
