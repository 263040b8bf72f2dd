import { describe, expect, test } from 'vitest';
import { type Claim, checkClaim } from './claim-check.ts';
import {
  comeBack,
  credit,
  exampleClaim,
  moving,
  pieces,
  receipt,
  signed,
  unsigned,
} from './example-claim.ts';
import { missingInWords } from './missing-evidence.ts';

describe('what the customer says arrived, against the delivery record', () => {
  test.each<{
    what: string;
    says: string;
    records: Partial<Claim>;
    verdict: string;
    supported: string;
    short?: string;
  }>([
    {
      what: 'all arrived by the claim',
      says: '10',
      records: { despatches: [signed('D', '9')] },
      verdict: 'not_validated',
      supported: '0',
      short: '1',
    },
    {
      what: 'all were signed for',
      says: '9',
      records: { despatches: [signed('D', '10')] },
      verdict: 'not_validated',
      supported: '0',
      short: '0',
    },
    {
      what: 'three claimed, one missing',
      says: '7',
      records: { despatches: [signed('D', '9')] },
      verdict: 'partly_validated',
      supported: '1',
      short: '1',
    },
    {
      what: 'the record shows more missing than claimed',
      says: '9',
      records: { despatches: [signed('D', '8')] },
      verdict: 'validated',
      supported: '1',
      short: '2',
    },
    {
      what: 'two deliveries make it whole',
      says: '6',
      records: { despatches: [signed('D1', '6'), signed('D2', '4')] },
      verdict: 'not_validated',
      supported: '0',
      short: '0',
    },
    {
      what: 'more arrived than billed',
      says: '9',
      records: { despatches: [signed('D', '12')] },
      verdict: 'not_validated',
      supported: '0',
      short: '0',
    },
    { what: 'no record at all', says: '9', records: {}, verdict: 'inconclusive', supported: '0' },
    {
      what: 'only the buyer’s own count',
      says: '9',
      records: { receipts: [receipt('R', '9')] },
      verdict: 'inconclusive',
      supported: '0',
    },
    {
      what: 'records out of reach',
      says: '9',
      records: { deliveriesReachable: false },
      verdict: 'inconclusive',
      supported: '0',
    },
    {
      what: 'delivered without a signature',
      says: '9',
      records: { despatches: [unsigned('D', '10')] },
      verdict: 'inconclusive',
      supported: '0',
      short: '0',
    },
    {
      what: 'our own unsigned note admits it',
      says: '9',
      records: { despatches: [unsigned('D', '9')] },
      verdict: 'validated',
      supported: '1',
      short: '1',
    },
    {
      what: 'the rest in transit',
      says: '6',
      records: { despatches: [signed('D1', '6'), moving('D2', '4')] },
      verdict: 'inconclusive',
      supported: '0',
      short: '0',
    },
    {
      what: 'some in transit, some missing',
      says: '6',
      records: { despatches: [signed('D1', '6'), moving('D2', '3')] },
      verdict: 'partly_validated',
      supported: '1',
      short: '1',
    },
    {
      what: 'all in transit',
      says: '0',
      records: { despatches: [moving('D', '10')] },
      verdict: 'inconclusive',
      supported: '0',
      short: '0',
    },
    {
      what: 'the rest back-ordered',
      says: '6',
      records: { despatches: [{ ...signed('D1', '6'), backorderQuantity: '4' }] },
      verdict: 'inconclusive',
      supported: '0',
      short: '0',
    },
    {
      what: 'the back-order sent since',
      says: '8',
      records: { despatches: [{ ...signed('D1', '6'), backorderQuantity: '4' }, signed('D2', '4')] },
      verdict: 'not_validated',
      supported: '0',
      short: '0',
    },
    {
      what: 'a part of the back-order still open',
      says: '8',
      records: { despatches: [{ ...signed('D1', '6'), backorderQuantity: '4' }, signed('D2', '2')] },
      verdict: 'inconclusive',
      supported: '0',
      short: '0',
    },
    {
      what: 'the back-order called off by the order system',
      says: '6',
      records: {
        despatches: [{ ...signed('D1', '6'), backorderQuantity: '4' }],
        openBackorder: { quantity: pieces('0') },
      },
      verdict: 'validated',
      supported: '4',
      short: '4',
    },
    {
      what: 'credited before',
      says: '9',
      records: { despatches: [signed('D', '9')], earlierCredits: [credit('CN-1', '1')] },
      verdict: 'not_validated',
      supported: '0',
      short: '0',
    },
    {
      what: 'credited in part',
      says: '7',
      records: { despatches: [signed('D', '7')], earlierCredits: [credit('CN-1', '1')] },
      verdict: 'partly_validated',
      supported: '2',
      short: '2',
    },
    {
      what: 'credited, but perhaps for a return',
      says: '9',
      records: {
        despatches: [signed('D', '9')],
        earlierCredits: [credit('CN-1', '1')],
        returns: [comeBack('RET-1', '1')],
      },
      verdict: 'inconclusive',
      supported: '0',
      short: '0',
    },
    {
      what: 'signed for, but reported short in writing',
      says: '9',
      records: { despatches: [signed('D', '10')], receipts: [receipt('R', '9', { shortQuantity: '1' })] },
      verdict: 'inconclusive',
      supported: '0',
      short: '0',
    },
    {
      what: 'signed for, counted lower, nothing reported',
      says: '9',
      records: { despatches: [signed('D', '10')], receipts: [receipt('R', '9')] },
      verdict: 'not_validated',
      supported: '0',
      short: '0',
    },
    {
      what: 'short against the order, as the note admits',
      says: '8',
      records: { despatches: [signed('D', '9')], receipts: [receipt('R', '9', { shortQuantity: '1' })] },
      verdict: 'partly_validated',
      supported: '1',
      short: '1',
    },
    {
      what: 'one unknown unit',
      says: '9',
      records: { despatches: [{ ...signed('D', '9'), deliveredQuantity: { value: '1', unitCode: 'XPX' } }] },
      verdict: 'inconclusive',
      supported: '0',
    },
    {
      what: 'a freight line',
      says: '0',
      records: { line: { ...exampleClaim.line, kind: 'freight' } },
      verdict: 'inconclusive',
      supported: '0',
    },
  ])('$what: says $says, $verdict with $supported', ({ says, records, verdict, supported, short }) => {
    const disputedQuantity = String(10 - Number(says));
    const check = checkClaim({ ...exampleClaim, ...records, claimedQuantity: says, disputedQuantity });
    expect([check.verdict, check.supported, check.short]).toEqual([verdict, supported, short]);
    if (verdict === 'inconclusive' && records.line === undefined) expect(check.missing).not.toEqual([]);
  });

  test.each([
    {
      what: 'the order came in full',
      delivered: '20',
      credited: '0',
      verdict: 'not_validated',
      supported: '0',
    },
    {
      what: 'one of the order is missing',
      delivered: '19',
      credited: '0',
      verdict: 'validated',
      supported: '1',
    },
    {
      what: 'one is missing, credited on the other invoice',
      delivered: '19',
      credited: '1',
      verdict: 'not_validated',
      supported: '0',
    },
    {
      what: 'half the order is missing',
      delivered: '10',
      credited: '0',
      verdict: 'validated',
      supported: '1',
    },
  ])(
    'two invoices bill ten each of one order line and $what: $verdict',
    ({ delivered, credited, verdict, supported }) => {
      const check = checkClaim({
        ...exampleClaim,
        claimedQuantity: '9',
        orderedQuantity: pieces('20'),
        despatches: [signed('DN-1', delivered)],
        alsoBilled: [{ number: 'INV-1002', invoicedQuantity: pieces('10'), creditedQuantity: credited }],
      });
      expect([check.verdict, check.supported]).toEqual([verdict, supported]);
      expect(check.sources).toContainEqual({ kind: 'invoice', id: 'INV-1002', text: '10 billed' });
    },
  );

  test('of a line no more is short than it bills', () => {
    const alsoBilled = [{ number: 'INV-1002', invoicedQuantity: pieces('10') }];
    const check = checkClaim({
      ...exampleClaim,
      claimedQuantity: '0',
      despatches: [signed('DN-1', '5')],
      alsoBilled,
    });
    expect([check.short, check.supported]).toEqual(['10', '10']);
  });

  test('a shortage that the delivery note admits itself is no contradiction', () => {
    const receipts = [receipt('GR-7', '9', { shortQuantity: '1' })];
    const check = checkClaim({
      ...exampleClaim,
      claimedQuantity: '8',
      despatches: [signed('DN-1', '9')],
      receipts,
    });
    expect(check).toMatchObject({ verdict: 'partly_validated', supported: '1', missing: [] });
  });

  test('cartons are counted in pieces', () => {
    const check = checkClaim({
      ...exampleClaim,
      line: { ...exampleClaim.line, invoicedQuantity: pieces('120') },
      claimedQuantity: '108',
      disputedQuantity: '12',
      orderedQuantity: { value: '10', unitCode: 'XCT' },
      despatches: [{ ...signed('DN-1', '0'), deliveredQuantity: { value: '9', unitCode: 'XCT' } }],
      conversions: { baseUnit: 'C62', perUnit: { XCT: '12' } },
    });
    expect(check).toMatchObject({
      verdict: 'validated',
      ordered: '120',
      delivered: '108',
      short: '12',
      supported: '12',
    });
  });

  test('pieces are counted in cartons, as exactly as it goes', () => {
    const check = checkClaim({
      ...exampleClaim,
      line: { ...exampleClaim.line, invoicedQuantity: { value: '10', unitCode: 'XCT' } },
      claimedQuantity: '9.5',
      disputedQuantity: '0.5',
      orderedQuantity: { value: '10', unitCode: 'XCT' },
      despatches: [signed('DN-1', '114')],
      conversions: { baseUnit: 'C62', perUnit: { XCT: '12' } },
    });
    expect(check).toMatchObject({ verdict: 'validated', delivered: '9.5', short: '0.5', supported: '0.5' });
  });

  test('what is still coming is named with its day', () => {
    const despatches = [signed('DN-1', '6'), moving('DN-2', '4', '2026-11-25')];
    const check = checkClaim({ ...exampleClaim, claimedQuantity: '6', disputedQuantity: '4', despatches });
    expect(check.rule).toContain('4 are still on their way (DN-2, due 25 November 2026)');
    expect(check.missing.map(missingInWords)).toEqual(['arrival of DN-2']);
  });

  test('a written shortage and a signature are both shown', () => {
    const check = checkClaim({
      ...exampleClaim,
      claimedQuantity: '9',
      despatches: [signed('DN-1', '10')],
      receipts: [receipt('GR-7', '9', { shortQuantity: '1' })],
    });
    expect(check.rule).toContain('DN-1 is signed for, but GR-7 reported 1 short in writing');
    expect(check.sources.map((source) => source.id)).toEqual(['DN-1', 'GR-7']);
  });
});
