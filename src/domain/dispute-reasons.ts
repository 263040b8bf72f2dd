import { z } from 'zod';
import { type DisputeReasonCode, disputeReasonCodes } from './dispute-reason.ts';
import table from './dispute-reasons.json' with { type: 'json' };

const codes = (pattern: RegExp) => z.array(z.string().regex(pattern));

const DisputeReason = z.strictObject({
  label: z.strictObject({ en: z.string().min(1), de: z.string().min(1) }),
  /** UNTDID 4465 adjustment reason; the first is printed on a credit note. */
  untdid4465: codes(/^\d{1,2}$/).min(1),
  /** X12 element 426. */
  x12: codes(/^\d{2}$/),
  /** Peppol Invoice Response, OPStatusReason. */
  peppol: codes(/^[A-Z]{3}$/).min(1),
  /** French invoice life cycle, reasons of status 207. */
  french: codes(/^[A-Z_]+$/).min(1),
  serviceNow: z.enum([
    'Incorrect quantity',
    'Incorrect product/service',
    'Incorrect customer details',
    'Pricing discrepancy',
    'Other',
  ]),
  /** What the customer must name before a dispute with this reason can be opened. */
  needs: z.array(z.enum(['line', 'quantity', 'price'])),
  /** Which records can bear the claim out; `person` when only a person can. */
  checkedAgainst: z.enum(['delivery', 'order', 'return', 'price', 'duplicate', 'person']),
});
export type DisputeReason = Readonly<z.infer<typeof DisputeReason>>;

const reasons: Readonly<Record<DisputeReasonCode, DisputeReason>> = z
  .record(z.enum(disputeReasonCodes), DisputeReason)
  .parse(table);

export const reasonOf = (code: DisputeReasonCode): DisputeReason => reasons[code];

export const needsLine = (code: DisputeReasonCode): boolean => reasons[code].needs.includes('line');
export const needsQuantity = (code: DisputeReasonCode): boolean => reasons[code].needs.includes('quantity');
export const needsPrice = (code: DisputeReasonCode): boolean => reasons[code].needs.includes('price');

/** UNTDID 4465 code a credit note gives as its reason. */
export const adjustmentReasonOf = (code: DisputeReasonCode): string => reasons[code].untdid4465[0] ?? '43';
