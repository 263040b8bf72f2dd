import type { CreditNote } from './credit-note.ts';
import type { Invoice } from './invoice.ts';
import { type EarlierCredit, quantityLeft } from './pricing.ts';
import { addQuantities, compareQuantities } from './quantity.ts';
import { Refusal } from './refusal.ts';

/** How much of an invoice line is made good, in the line's unit. */
export type RemedyLine = { readonly line: number; readonly quantity: string };

/** What was done about the invoice before: its credit notes and the goods sent again without charge. */
export type EarlierRemedies = {
  readonly credits: readonly Pick<CreditNote, 'invoiceNumber' | 'netMinor' | 'taxMinor' | 'lines'>[];
  readonly replacements: readonly RemedyLine[];
};

/** Each wanted line with its invoice line, after the checks that every remedy shares. */
export function linesToMakeGood<Wanted extends RemedyLine>(
  invoice: Invoice,
  wanted: readonly Wanted[],
  earlier: EarlierRemedies,
) {
  if (wanted.length === 0) throw new Refusal('invalid', 'Name at least one line');
  const twice = wanted.find((one, at) => wanted.findIndex((other) => other.line === one.line) !== at);
  if (twice) throw new Refusal('invalid', `Line ${twice.line} is named twice`, { line: twice.line });
  return wanted.map((remedy) => {
    const line = invoice.lines.find((one) => one.line === remedy.line);
    if (!line)
      throw new Refusal('not-found', `${invoice.number} has no line ${remedy.line}`, { line: remedy.line });
    if (!/^\d+(\.\d+)?$/.test(remedy.quantity) || compareQuantities(remedy.quantity, '0') === 0) {
      throw new Refusal('invalid', `Line ${line.line} needs a quantity above zero, not ${remedy.quantity}`, {
        line: line.line,
      });
    }
    const replaced = earlier.replacements.filter((one) => one.line === line.line);
    const before = [
      ...creditsOn(line.line, earlier.credits),
      ...replaced.map(({ quantity }) => ({ creditedQuantity: quantity })),
    ];
    const left = quantityLeft(line, before);
    if (compareQuantities(remedy.quantity, left) > 0) {
      throw new Refusal(
        'over-credit',
        `Only ${left} of line ${line.line} can still be made good, not ${remedy.quantity}`,
        {
          line: line.line,
          left,
        },
      );
    }
    return { line, remedy };
  });
}

/** What was credited on a line, in the order of the credit notes. */
export function creditsOn(line: number, credits: EarlierRemedies['credits']): EarlierCredit[] {
  return credits
    .flatMap((credit) => credit.lines)
    .filter((credited) => credited.invoiceLine === line)
    .map(({ creditedQuantity, netMinor }) => ({ creditedQuantity: creditedQuantity.value, netMinor }));
}

/** Refuses a split in which one line gets more credited and sent again together than was approved. */
export function assertOneRemedyPerUnit(
  approved: readonly RemedyLine[],
  credited: readonly RemedyLine[],
  replaced: readonly RemedyLine[],
): void {
  const given = [...credited, ...replaced];
  for (const line of new Set(given.map((one) => one.line))) {
    const limit = quantityOn(line, approved);
    const both = quantityOn(line, given);
    if (compareQuantities(both, limit) <= 0) continue;
    throw new Refusal(
      'over-credit',
      `Line ${line}: ${both} credited and sent again together, but only ${limit} approved`,
      {
        line,
        approved: limit,
        given: both,
      },
    );
  }
}

const quantityOn = (line: number, remedies: readonly RemedyLine[]): string =>
  addQuantities(remedies.filter((one) => one.line === line).map((one) => one.quantity));
