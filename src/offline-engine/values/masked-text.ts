export const mark = '\u0001';

/** A message in which what was read is blotted out, so that nothing is read twice. */
export type MaskedText = { text: string; readonly spans: { start: number; end: number; tag: string }[] };

export const isBlotted = (text: string): boolean => text.includes(mark);

export function blot(masked: MaskedText, start: number, end: number, tag: string): void {
  masked.spans.push({ start, end, tag });
  masked.text = masked.text.slice(0, start) + mark.repeat(end - start) + masked.text.slice(end);
}

const everywhereOf = new WeakMap<RegExp, RegExp>();

/** The same pattern, finding every match. */
function everywhere(pattern: RegExp): RegExp {
  if (pattern.global) return pattern;
  const known = everywhereOf.get(pattern);
  if (known) return known;
  const all = new RegExp(pattern.source, `${pattern.flags}g`);
  everywhereOf.set(pattern, all);
  return all;
}

/** Reads every match; where the reader names a tag, the match is blotted out. */
export function readEach(
  masked: MaskedText,
  pattern: RegExp,
  reader: (match: readonly string[], at: number) => string | undefined,
): void {
  const expression = everywhere(pattern);
  expression.lastIndex = 0;
  for (let match = expression.exec(masked.text); match; match = expression.exec(masked.text)) {
    const [whole] = match;
    if (whole === '') {
      expression.lastIndex++;
      continue;
    }
    const tag = reader(
      match.map((part) => part ?? ''),
      match.index,
    );
    if (tag === undefined) continue;
    const lead = whole.length - whole.trimStart().length;
    blot(masked, match.index + lead, match.index + whole.trimEnd().length, tag);
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
