/**
 * A document number as we compare it: capitals, one dash between letters and digits ("inv 20418" and "Inv.#20418" are
 * INV-20418); words such as "invoice no." before a number fall away.
 */
export function normaliseNumber(text: string): string {
  return text
    .slice(0, longestNumber)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015_/.#:\s]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(?:(?:INVOICE|RECHNUNG|BELEG|FACTURE|FACTURA|NUMBER|NUMMER|NO|NR)-?)+(?=[A-Z]*-?\d)/, '')
    .replace(/(?<=[A-Z])(?=\d)/g, '-');
}

const longestNumber = 80;

/** The own numbers a typed one means: the same number, or, for digits alone, every number that ends in them. */
export function matchingNumbers(typed: string, own: readonly string[]): readonly string[] {
  const wanted = normaliseNumber(typed);
  const exact = own.filter((number) => normaliseNumber(number) === wanted);
  if (exact.length > 0 || !/^\d{2,}$/.test(wanted)) return exact;
  return own.filter((number) => normaliseNumber(number).endsWith(`-${wanted}`));
}

/** Up to two own numbers one slip away from an unknown one: two digits swapped, one digit wrong, missing or too many. */
export function lookAlikes(typed: string, own: readonly string[]): readonly string[] {
  const wanted = parts(typed);
  if (wanted.digits.length < 3) return [];
  return own
    .map((number) => ({ number, ...parts(number) }))
    .filter(({ letters }) => wanted.letters === '' || letters === wanted.letters)
    .map(({ number, digits }) => ({ number, slips: slipsBetween(wanted.digits, digits) }))
    .filter(({ slips }) => slips > 0)
    .sort((a, b) => a.slips - b.slips || a.number.localeCompare(b.number))
    .slice(0, 2)
    .map(({ number }) => number);
}

const parts = (text: string) => {
  const number = normaliseNumber(text);
  return { letters: number.replace(/[^A-Z]/g, ''), digits: number.replace(/\D/g, '') };
};

/** 1 for swapped neighbours, 2 for one wrong digit, 3 for one missing or extra, 0 when it is another number altogether. */
function slipsBetween(a: string, b: string): number {
  if (a.length === b.length) {
    const wrong = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
    const [first = 0, second = 0] = wrong;
    if (wrong.length === 1) return 2;
    const swapped =
      wrong.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
    return swapped ? 1 : 0;
  }
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length !== 1) return 0;
  const without = [...longer].map((_, at) => longer.slice(0, at) + longer.slice(at + 1));
  return without.includes(shorter) ? 3 : 0;
}
