import { describe, expect, test } from 'vitest';
import { type Claim, checkClaim } from './claim-check.ts';
import { comeBack, credit, exampleClaim, receipt, signed } from './example-claim.ts';

describe('goods refused or sent back', () => {
  test.each<{
    what: string;
    reasonCode: Claim['reasonCode'];
    disputed: string;
    records: Partial<Claim>;
    verdict: string;
    supported: string;
  }>([
    {
      what: 'damaged and rejected in writing',
      reasonCode: 'DAMAGED_GOODS',
      disputed: '2',
      records: { receipts: [receipt('R', '10', { rejectedQuantity: '2' })] },
      verdict: 'validated',
      supported: '2',
    },
    {
      what: 'damaged, fewer rejected',
      reasonCode: 'DAMAGED_GOODS',
      disputed: '3',
      records: { receipts: [receipt('R', '10', { rejectedQuantity: '1' })] },
      verdict: 'partly_validated',
      supported: '1',
    },
    {
      what: 'damaged, nothing in writing',
      reasonCode: 'DAMAGED_GOODS',
      disputed: '2',
      records: {},
      verdict: 'inconclusive',
      supported: '0',
    },
    {
      what: 'rejected and the same sent back',
      reasonCode: 'WRONG_ITEM',
      disputed: '4',
      records: { receipts: [receipt('R', '10', { rejectedQuantity: '2' })], returns: [comeBack('T', '2')] },
      verdict: 'partly_validated',
      supported: '2',
    },
    {
      what: 'rejected and credited before',
      reasonCode: 'DAMAGED_GOODS',
      disputed: '2',
      records: {
        receipts: [receipt('R', '10', { rejectedQuantity: '2' })],
        earlierCredits: [credit('CN-1', '2')],
      },
      verdict: 'not_validated',
      supported: '0',
    },
    {
      what: 'more damage than was credited',
      reasonCode: 'DAMAGED_GOODS',
      disputed: '3',
      records: {
        receipts: [receipt('R', '10', { rejectedQuantity: '2' })],
        earlierCredits: [credit('CN-1', '2')],
      },
      verdict: 'inconclusive',
      supported: '0',
    },
    {
      what: 'returned and booked',
      reasonCode: 'GOODS_RETURNED',
      disputed: '3',
      records: { returns: [comeBack('T1', '1'), comeBack('T2', '2')] },
      verdict: 'validated',
      supported: '3',
    },
    {
      what: 'returned, not booked yet',
      reasonCode: 'GOODS_RETURNED',
      disputed: '3',
      records: { receipts: [receipt('R', '10', { rejectedQuantity: '3' })] },
      verdict: 'inconclusive',
      supported: '0',
    },
    {
      what: 'returned, credit perhaps for missing goods',
      reasonCode: 'GOODS_RETURNED',
      disputed: '1',
      records: {
        despatches: [signed('D', '9')],
        returns: [comeBack('T', '1')],
        earlierCredits: [credit('CN-1', '1')],
      },
      verdict: 'inconclusive',
      supported: '0',
    },
    {
      what: 'more rejected than the line has left to credit',
      reasonCode: 'DAMAGED_GOODS',
      disputed: '5',
      records: {
        receipts: [receipt('R', '12', { rejectedQuantity: '12' })],
        earlierCredits: [credit('CN-1', '8')],
      },
      verdict: 'partly_validated',
      supported: '2',
    },
    {
      what: 'nothing in dispute',
      reasonCode: 'QUALITY_BELOW_SPEC',
      disputed: '0',
      records: {},
      verdict: 'not_validated',
      supported: '0',
    },
  ])('$what: $verdict with $supported', ({ reasonCode, disputed, records, verdict, supported }) => {
    const check = checkClaim({
      ...exampleClaim,
      despatches: [signed('D', '10')],
      ...records,
      reasonCode,
      disputedQuantity: disputed,
    });
    expect([check.verdict, check.supported]).toEqual([verdict, supported]);
  });
});
