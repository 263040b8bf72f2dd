/** A function of texts that works out its answer once for each of them; answers are shared, so nobody may change them. */
export function remembered<Texts extends readonly string[], Answer extends object>(
  of: (...texts: Texts) => Answer,
): (...texts: Texts) => Answer {
  const known = new Map<string, Answer>();
  return (...texts) => {
    const key = texts.join('\0');
    const before = known.get(key);
    if (before) return before;
    const answer = of(...texts);
    known.set(key, answer);
    return answer;
  };
}
