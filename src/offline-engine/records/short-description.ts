import { needsPrice, needsQuantity } from '#domain/dispute-reasons.ts';
import type { CaseSubject } from '#domain/record-writer.ts';
import { speaker } from '../speak/replies.ts';
import { localeOf } from '../words/languages.ts';

/** What a case is about in one line: the reason, how many of what, and on which invoice. */
export function shortDescriptionOf(about: CaseSubject, language: string): string {
  const say = speaker(language);
  const { reasonCode, invoiceNumber, items } = about;
  if (reasonCode === undefined)
    return invoiceNumber === undefined ? say('short.person') : say('short.question', { invoiceNumber });
  const reasonText = capitalised(say(`reason.${reasonCode}`), language);
  const facts = { reasonText, invoiceNumber, currency: about.currency, count: items.length };
  const [item] = items;
  if (!item || item.line === 0) return say('short.invoice', facts);
  if (items.length > 1) return say('short.lines', facts);
  if (!needsQuantity(reasonCode)) {
    const expected = needsPrice(reasonCode) ? item.expectedUnitPrice : undefined;
    return say('short.line', { ...facts, description: item.description, expected });
  }
  return say('short.quantity', {
    ...facts,
    description: item.description,
    disputed: item.disputedQuantity,
    invoiced: item.invoicedQuantity,
  });
}

export const capitalised = (text: string, language: string): string =>
  text.charAt(0).toLocaleUpperCase(localeOf(language)) + text.slice(1);
