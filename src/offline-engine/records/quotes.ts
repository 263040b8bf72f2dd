/** The longest quotation, in characters. */
const longest = 160;

/** Words of a message as they are quoted: on one line, cut with an ellipsis. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 3).trimEnd()}…`;
}

/** The sentences of a message, each with its closing marks. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

const words = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'-]+/gu) ?? []);

const fewestWords = 3;
/** From this share of common words on, two messages say the same. */
const leastLikeness = 0.6;

/** Whether a message says again what another said; a few words alone repeat nothing. */
export function saysAgain(text: string, earlier: string): boolean {
  const [mine, theirs] = [words(text), words(earlier)];
  if (mine.size < fewestWords || theirs.size < fewestWords) return false;
  const common = [...mine].filter((word) => theirs.has(word)).length;
  return common / (mine.size + theirs.size - common) >= leastLikeness;
}
