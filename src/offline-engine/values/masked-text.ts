import { type FoldedText, foldedText, type Pattern } from '../words/pattern.ts';

export const mark = '\u0001';

/** A message in which what was read is blotted out, so that nothing is read twice. */
export type MaskedText = { text: string; readonly spans: { start: number; end: number; tag: string }[] };

/** To look through the whole message before each value would not be linear. */
const reach = 160;
/** What stands right before a place. */
export const justBefore = (text: string, at: number): string => text.slice(Math.max(0, at - reach), at);
/** What stands right after a place. */
export const justAfter = (text: string, at: number): string => text.slice(at, at + reach);
/** Nobody tells of more numbers; each is compared with the others. */
export const mostNumbers = 100;

export const isBlotted = (text: string): boolean => text.includes(mark);

export function blot(masked: MaskedText, start: number, end: number, tag: string): void {
  masked.spans.push({ start, end, tag });
  masked.text = blotted(masked.text, start, end);
}

const blotted = (text: string, start: number, end: number): string =>
  text.slice(0, start) + mark.repeat(end - start) + text.slice(end);

/** Reads every match; where the reader names a tag, the match is blotted out. */
export function readEach(
  masked: MaskedText,
  words: Pattern,
  reader: (match: readonly string[], at: number) => string | undefined,
): void {
  let from = 0;
  let known: FoldedText = foldedText(masked.text);
  for (let match = words.exec(masked.text, 0, known); match; match = words.exec(masked.text, from, known)) {
    const [whole] = match;
    from = match.index + (whole.length || 1);
    if (whole === '') continue;
    const tag = reader(
      match.map((part) => part ?? ''),
      match.index,
    );
    if (tag === undefined) continue;
    const lead = whole.length - whole.trimStart().length;
    const span = [match.index + lead, match.index + whole.trimEnd().length] as const;
    blot(masked, ...span, tag);
    known = { text: blotted(known.text, ...span) };
  }
}

/** The message with each value replaced by its kind: what the classifier sees. */
export function withTags({ text, spans }: MaskedText): string {
  let result = '';
  let position = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    result += `${text.slice(position, span.start)} ${span.tag} `;
    position = span.end;
  }
  return (result + text.slice(position))
    .replaceAll(mark, '')
    .replace(/halfofthe/g, 'half of the')
    .replace(/(?<![\p{L}\d])\d{1,5}(?![\p{L}\d])/gu, 'qtynum')
    .replace(/\s+/g, ' ')
    .trim();
}
