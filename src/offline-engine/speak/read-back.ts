import Big from 'big.js';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { wordsOf } from './confirmation.ts';
import { numbersIn } from './numbers-in.ts';

/**
 * Whether an assistant's words read back what a yes to them would write: in our own words of any language, or in words of
 * another model that name all of it, the document, every line's quantity or price, the sum and the note.
 */
export const readsBack = (said: string, view: ConfirmationView): boolean =>
  wordsOf(view).some((words) => flat(said).includes(flat(words))) || namesAll(said, view);

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

function namesAll(said: string, { facts }: ConfirmationView): boolean {
  const { invoiceNumber, caseNumber, items, net, total = net, note } = facts;
  const documents = [invoiceNumber, caseNumber].filter((number) => number !== undefined);
  const numbers = numbersIn(said);
  const names = (value: string): boolean => numbers.some((found) => found.eq(new Big(value)));
  return (
    documents.length > 0 &&
    documents.every((number) => said.toUpperCase().includes(number.toUpperCase())) &&
    items.every(
      ({ description, disputedQuantity, claimedQuantity = disputedQuantity, expectedUnitPrice }) =>
        said.toLowerCase().includes(description.toLowerCase()) && names(expectedUnitPrice ?? claimedQuantity),
    ) &&
    (total === undefined ? note !== undefined : names(total)) &&
    (note === undefined || flat(said).includes(flat(note)))
  );
}
