import type { CreditNote } from '#domain/credit-note.ts';
import type { DespatchAdvice, ReceiptAdvice } from '#domain/delivery.ts';
import type { Invoice } from '#domain/invoice.ts';
import type { Order } from '#domain/order.ts';
import type { ClosedCaseRow } from './closed-case.ts';
import type { DocumentFault } from './document-fault.ts';

/** What every document read from a file carries besides itself. */
type Reading = {
  /** Names the file gives for the customer, best first; an action finds the account. `document.accountId` is the first. */
  readonly accountRefs: readonly string[];
  /** Oddities that did not stop the reading: no purchase order, an unknown unit, a line that does not multiply out. */
  readonly notices: readonly DocumentFault[];
  /** Where it begins in the file. */
  readonly line: number;
};

/** One document read from a file. */
export type ReadDocument = Reading &
  (
    | { readonly type: 'invoice'; readonly document: Invoice }
    | { readonly type: 'credit_note'; readonly document: CreditNote }
    | { readonly type: 'order'; readonly document: Order }
    | { readonly type: 'despatch'; readonly document: DespatchAdvice }
    | { readonly type: 'receipt'; readonly document: ReceiptAdvice }
    | { readonly type: 'closed_case'; readonly document: ClosedCaseRow }
  );
