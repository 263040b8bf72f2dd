import type { ResolutionCode } from './case.ts';
import type { Verdict } from './claim-check.ts';
import { amountInWords, dayInWords } from './in-words.ts';

export type ResolutionKind =
  | 'credit_note'
  | 'replacement_order'
  | 'credit_and_replacement'
  | 'denial'
  | 'write_off'
  | 'settlement'
  | 'invoice_corrected'
  | 'information'
  | 'duplicate'
  | 'withdrawn';

const codes = {
  credit_note: 'credit_note_issued',
  replacement_order: 'replacement_ordered',
  credit_and_replacement: 'credit_and_replacement',
  denial: 'invalid_dispute',
  write_off: 'written_off',
  settlement: 'settled',
  invoice_corrected: 'invoice_corrected',
  information: 'information_provided',
  duplicate: 'duplicate_case',
  withdrawn: 'withdrawn_by_customer',
} as const satisfies Record<ResolutionKind, ResolutionCode>;

export const resolutionCodeOf = (kind: ResolutionKind): ResolutionCode => codes[kind];

/** What a resolution did. Sums are decimal strings, quantities in the invoice line's unit, days ISO days. */
export type Resolved = {
  readonly kind: ResolutionKind;
  readonly invoiceNumber?: string;
  readonly lines: readonly {
    readonly line: number;
    readonly description: string;
    readonly quantity: string;
  }[];
  /** Numbers of what was issued. */
  readonly creditNote?: { readonly number: string; readonly total: string; readonly currency: string };
  readonly replacementOrder?: { readonly number: string; readonly promiseDate?: string };
  /** Number of the case or the invoice that takes over. */
  readonly successor?: string;
  /** Settled or written-off sum. */
  readonly amount?: { readonly total: string; readonly currency: string };
  /** What the records show, in a sentence the customer may read. */
  readonly finding?: string;
};

/** The customer's sentence about the outcome; it says only what was done. */
export function resolutionNotes(done: Resolved): string {
  const { creditNote, replacementOrder, amount, successor } = done;
  const about = aboutLines(done);
  const credit =
    creditNote &&
    `Credit note ${creditNote.number} over ${amountInWords(creditNote.total, creditNote.currency)}`;
  const expected =
    replacementOrder?.promiseDate === undefined
      ? ''
      : `, expected ${dayInWords(replacementOrder.promiseDate)}`;
  const order = replacementOrder ? `order ${replacementOrder.number}` : 'a new order';
  const sum = amount ? ` of ${amountInWords(amount.total, amount.currency)}` : '';
  const sentences = {
    credit_note: `${credit ?? 'A credit note'} was issued${about}.`,
    replacement_order: `The goods are sent again without charge by ${order}${expected}${about}.`,
    credit_and_replacement: `${credit ?? 'A credit note'} was issued, and the rest is sent again without charge by ${order}${expected}${about}.`,
    denial: `The records do not bear out the claim${about}.`,
    write_off: `The difference${sum} was written off${about}.`,
    settlement: `The claim was settled by agreement${sum === '' ? '' : ` at a sum${sum}`}${about}.`,
    invoice_corrected: `The invoice was corrected${successor ? ` by ${successor}` : ''}${about}.`,
    information: 'The question was answered.',
    duplicate: `The claim is already being dealt with${successor ? ` in ${successor}` : ' in another case'}.`,
    withdrawn: 'The customer withdrew the claim.',
  } as const satisfies Record<ResolutionKind, string>;
  return done.finding === undefined ? sentences[done.kind] : `${sentences[done.kind]} ${done.finding}`;
}

/** What only the team reads: the outcome with the check, its documents, who decided, and why. */
export function workNotes(
  done: Resolved,
  decision: {
    readonly verdict: Verdict | 'not_checked';
    readonly rule?: string;
    readonly sources: readonly string[];
    readonly proposedBy: string;
    readonly approvedBy: string;
    readonly approvalWhy?: string;
    readonly policyVersion: string;
    readonly note?: string;
  },
): string {
  const { verdict, rule, sources, approvalWhy, note } = decision;
  const facts = [
    resolutionNotes(done),
    `Check: ${verdict.replaceAll('_', ' ')}${rule ? ` (${rule})` : ''}.`,
    sources.length > 0 ? `Documents: ${sources.join(', ')}.` : 'No documents were compared.',
    `Proposed by ${decision.proposedBy}, approved by ${decision.approvedBy}${approvalWhy ? `: ${approvalWhy}` : ''}.`,
    `Policy ${decision.policyVersion}.`,
    ...(note ? [`Note: ${note}`] : []),
  ];
  return facts.join('\n');
}

function aboutLines({ invoiceNumber, lines }: Resolved): string {
  if (invoiceNumber === undefined) return '';
  const named = lines.map(({ line, description, quantity }) => `${quantity} × ${description} (line ${line})`);
  return named.length === 0 ? `: ${invoiceNumber}` : `: ${named.join(', ')} of ${invoiceNumber}`;
}
