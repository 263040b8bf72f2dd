type Random = () => number;

const pick = (choices: readonly string[], random: Random): string =>
  choices[Math.floor(random() * choices.length)] ?? '';
const number = (from: number, to: number, random: Random): number =>
  from + Math.floor(random() * (to - from));

/** What may stand in a slot while sentences for training are made. */
const values: Readonly<Record<string, (random: Random) => string>> = {
  invoice: (random) =>
    pick(
      [
        `INV-${number(20000, 40000, random)}`,
        `#${number(30000, 40000, random)}`,
        `${number(20000, 40000, random)}`,
        `8000${number(1000, 10000, random)}`,
      ],
      random,
    ),
  case: (random) =>
    pick(
      [
        `CASE-${number(1000, 6000, random)}`,
        `case ${number(1000, 6000, random)}`,
        `case 41${number(1000, 10000, random)}`,
        `CASE-${number(100, 1000, random)}`,
      ],
      random,
    ),
  po: (random) => pick([`PO 45000${number(10000, 99999, random)}`, `PO-${number(100, 999, random)}`], random),
  line: (random) => String(number(1, 7, random)),
  qty: (random) => String(number(2, 92, random)),
  amount: (random) =>
    pick(
      [
        `$${number(100, 1000, random)}.50`,
        `${number(1, 9, random)},${number(100, 999, random)}.00 EUR`,
        `${number(200, 900, random)} euros`,
      ],
      random,
    ),
  date: (random) =>
    pick(
      ['January 12', 'last monday', 'the 3rd of february', '2026-01-20', 'yesterday', '15.01.2026'],
      random,
    ),
  range: (random) =>
    pick(['last month', 'January', 'last year', 'the last quarter', '2025', 'December'], random),
  duration: (random) => pick(['2 weeks', '30 days', 'a month', '10 days'], random),
  product: (random) =>
    pick(
      [
        'crates',
        'pumps',
        'steel pipes',
        'copper wire',
        'gloves',
        'paint',
        'valves',
        'resin',
        'bearings',
        'solvent',
        'bottles',
      ],
      random,
    ),
  email: () => 'anna@example.com',
};

export const slotNames: readonly string[] = Object.keys(values);
const innermost = /\[([^[\]()]*)\]|\(([^[\]()]*)\)/;

/** One sentence a pattern stands for. */
export function sentenceOf(pattern: string, random: Random): string {
  let text = pattern;
  for (let round = 0; round < 40 && innermost.test(text); round++) {
    text = text.replace(innermost, (_, optional: string | undefined, choice: string | undefined) => {
      if (choice !== undefined) return pick(choice.split('|'), random);
      return random() < 0.5 ? '' : pick((optional ?? '').split('|'), random);
    });
  }
  return text
    .replace(/\{(\w+)\}/g, (_, slot: string) => values[slot]?.(random) ?? '')
    .replace(/\s+([,?.])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
