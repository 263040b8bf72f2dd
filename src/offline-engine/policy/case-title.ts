import type { DisputedLine } from '#domain/record-writer.ts';
import type { CustomerCaseView } from '#domain/views/case-view.ts';
import { capitalised, shortDescriptionOf } from '../records/short-description.ts';
import { packs, speaker } from '../speak/replies.ts';

type Titled = Pick<CustomerCaseView, 'shortDescription' | 'reasonCode' | 'invoiceNumber' | 'currency'>;

/**
 * A case's title in the reader's language. It was written in that of whoever opened the case; where it begins with the reason in
 * another language it is said anew from the case's own facts.
 */
export function caseTitle(found: Titled, items: readonly DisputedLine[], language: string): string {
  const { reasonCode, shortDescription, invoiceNumber, currency } = found;
  if (reasonCode === undefined || !isOfOther(found, language)) return shortDescription;
  const facts = {
    reasonCode,
    items,
    ...(invoiceNumber ? { invoiceNumber } : {}),
    ...(currency ? { currency } : {}),
  };
  return shortDescriptionOf(facts, language);
}

/** Whether a title begins with its reason as another language has it, and not as the reader's does. */
function isOfOther({ reasonCode, shortDescription }: Titled, language: string): boolean {
  const begins = (other: string): boolean =>
    shortDescription.startsWith(`${capitalised(speaker(other)(`reason.${reasonCode}`), other)}`);
  return !begins(language) && [...packs.keys()].some(begins);
}
