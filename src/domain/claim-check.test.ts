import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkClaim } from './claim-check.ts';
import { disputeReasonCodes } from './dispute-reason.ts';
import { reasonOf } from './dispute-reasons.ts';
import { comeBack, credit, exampleClaim, moving, pieces, receipt, signed } from './example-claim.ts';

test('9 of 10 arrived and the customer says so: one short, with every figure and its document', () => {
  const check = checkClaim({ ...exampleClaim, claimedQuantity: '9', despatches: [signed('DN-310', '9')] });
  expect(check).toEqual({
    line: 2,
    verdict: 'validated',
    unitCode: 'C62',
    ordered: '10',
    invoiced: '10',
    claimed: '9',
    delivered: '9',
    inTransit: '0',
    returned: '0',
    alreadyCredited: '0',
    short: '1',
    supported: '1',
    rule: '10 billed, 9 delivered (DN-310, signed 12 November 2026): 1 short',
    missing: [],
    sources: [{ kind: 'despatch', id: 'DN-310', at: '2026-11-12T09:14:00Z', text: '9 delivered, signed' }],
  });
});

test.each(disputeReasonCodes.filter((code) => reasonOf(code).checkedAgainst === 'person'))(
  '%s is left to a person, whatever the records say',
  (reasonCode) => {
    expect(checkClaim({ ...exampleClaim, reasonCode, despatches: [signed('D', '9')] })).toMatchObject({
      verdict: 'inconclusive',
      supported: '0',
      rule: 'This kind of dispute is checked by a person',
    });
  },
);

test('never more is supported than is disputed, nor more credited than was billed', () => {
  const quantity = fc.integer({ min: 0, max: 15 }).map(String);
  fc.assert(
    fc.property(
      fc.constantFrom(
        'SHORT_DELIVERY' as const,
        'DAMAGED_GOODS' as const,
        'GOODS_RETURNED' as const,
        'OVER_DELIVERY' as const,
      ),
      fc.record({
        disputed: fc.integer({ min: 0, max: 10 }).map(String),
        delivered: quantity,
        moving: quantity,
        rejected: quantity,
      }),
      fc.record({ returned: quantity, credited: quantity, reported: quantity, ordered: quantity }),
      (reasonCode, goods, other) => {
        const check = checkClaim({
          ...exampleClaim,
          reasonCode,
          disputedQuantity: goods.disputed,
          orderedQuantity: pieces(other.ordered),
          despatches: [signed('D1', goods.delivered), moving('D2', goods.moving)],
          receipts: [
            receipt('R', goods.delivered, {
              rejectedQuantity: goods.rejected,
              shortQuantity: other.reported,
            }),
          ],
          returns: [comeBack('T', other.returned)],
          earlierCredits: [credit('CN', other.credited)],
        });
        const supported = Number(check.supported);
        expect(supported).toBeLessThanOrEqual(Number(goods.disputed));
        expect(supported).toBeLessThanOrEqual(Math.max(0, 10 - Number(other.credited)));
        expect(supported).toBeGreaterThanOrEqual(0);
        if (check.verdict === 'not_validated' || check.verdict === 'inconclusive') expect(supported).toBe(0);
      },
    ),
  );
});
