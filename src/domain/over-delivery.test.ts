import { describe, expect, test } from 'vitest';
import { type Claim, checkClaim } from './claim-check.ts';
import { exampleClaim, pieces, signed, unsigned } from './example-claim.ts';

describe('more delivered than ordered', () => {
  test.each<{ what: string; records: Partial<Claim>; verdict: string; supported: string }>([
    {
      what: 'billed and not ordered',
      records: { orderedQuantity: pieces('8'), despatches: [signed('D', '10')] },
      verdict: 'validated',
      supported: '2',
    },
    {
      what: 'not billed either',
      records: { despatches: [signed('D', '12')] },
      verdict: 'validated',
      supported: '0',
    },
    {
      what: 'less than claimed',
      records: { orderedQuantity: pieces('9'), despatches: [signed('D', '10')] },
      verdict: 'partly_validated',
      supported: '1',
    },
    {
      what: 'as ordered',
      records: { despatches: [signed('D', '10')] },
      verdict: 'not_validated',
      supported: '0',
    },
    {
      what: 'as ordered, not signed',
      records: { despatches: [unsigned('D', '10')] },
      verdict: 'inconclusive',
      supported: '0',
    },
    { what: 'without a delivery record', records: {}, verdict: 'inconclusive', supported: '0' },
  ])('$what: $verdict with $supported', ({ records, verdict, supported }) => {
    const check = checkClaim({
      ...exampleClaim,
      ...records,
      reasonCode: 'OVER_DELIVERY',
      disputedQuantity: '2',
    });
    expect([check.verdict, check.supported]).toEqual([verdict, supported]);
  });

  test('without an order nobody can say', () => {
    const { orderedQuantity, ...unordered } = exampleClaim;
    expect(orderedQuantity).toBeDefined();
    const check = checkClaim({ ...unordered, reasonCode: 'OVER_DELIVERY', despatches: [signed('D', '12')] });
    expect(check).toMatchObject({ verdict: 'inconclusive', missing: [{ what: 'order' }] });
  });
});
