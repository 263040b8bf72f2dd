import { describe, expect, it, test } from 'vitest';
import { promisesWithoutRecord } from '#domain/promise-check.ts';
import type { ReplyFacts } from '#domain/record-writer.ts';
import { packs } from '../speak/replies.ts';
import { chat } from './example-chat.ts';
import { replyDraftOf } from './reply-draft.ts';

const note = { kind: 'despatch', id: 'DN-7741' } as const;
const line = {
  line: 2,
  unitCode: 'XCR',
  invoiced: '120',
  delivered: '100',
  supported: '20',
  missing: [],
  sources: [note],
};
const check: NonNullable<ReplyFacts['check']> = {
  verdict: 'validated',
  reasonCode: 'SHORT_DELIVERY',
  invoiceNumber: 'INV-20418',
  lines: [line],
};
const facts: ReplyFacts = {
  customerName: 'Dana Ellis',
  repName: 'Sam Ortiz',
  caseNumber: 'CASE-1187',
  language: 'en',
  teamLanguage: 'en',
  entries: [],
  check,
};
const credit = { kind: 'credit_note', isApproved: false, total: '444.00', currency: 'GBP' };
const draft = (more: Partial<ReplyFacts> = {}) => replyDraftOf({ ...facts, ...more });
const body = (more: Partial<ReplyFacts> = {}) => draft(more).statements.map(({ text }) => text);

test('a draft greets by name, says what the records show, and names each source', () => {
  const { text, statements, language, hints } = draft({ proposal: credit });
  expect(text.split('\n')).toEqual([
    'Hello Dana Ellis,',
    '',
    'I have checked INV-20418 against our records.',
    'Line 2: 120 crates billed, 100 crates delivered.',
    '20 crates of line 2 did not reach you, as you said.',
    'A credit of £444.00 is prepared; it is not decided yet.',
    '',
    'Kind regards',
    'Sam Ortiz',
  ]);
  const invoice = { kind: 'invoice', id: 'INV-20418' };
  const record = { kind: 'case', id: 'CASE-1187' };
  expect(statements.map(({ sources }) => sources)).toEqual([[invoice, note], [note], [note], [record]]);
  expect({ language, hints }).toEqual({ language: 'en', hints: [] });
});

describe('what is said of a claim', () => {
  it.each<[string, Partial<ReplyFacts>, string[]]>([
    ['nothing was checked yet', {}, ['I have your case CASE-1187 in front of me and am checking it now.']],
    [
      'documents are missing',
      {
        check: {
          ...check,
          verdict: 'inconclusive',
          lines: [{ ...line, supported: '0', missing: [{ what: 'signed_delivery_note', of: 'DN-7741' }] }],
        },
      },
      [
        'I have checked INV-20418 against our records.',
        'Line 2: 120 crates billed, 100 crates delivered.',
        'What is still missing to decide: the signed delivery note DN-7741.',
      ],
    ],
    [
      'a price is too high',
      {
        check: {
          ...check,
          reasonCode: 'PRICE_ERROR',
          lines: [
            { line: 2, unitCode: 'XCR', invoiced: '120', supported: '120', missing: [], sources: [note] },
          ],
        },
      },
      [
        'I have checked INV-20418 against our records.',
        '120 crates of line 2 were billed above the agreed price, as you said.',
      ],
    ],
    [
      'the records say otherwise',
      {
        check: { ...check, verdict: 'not_validated', lines: [{ ...line, delivered: '120', supported: '0' }] },
      },
      [
        'I have checked INV-20418 against our records.',
        'Line 2: 120 crates billed, 120 crates delivered.',
        'The records do not show that anything is missing. If you have a delivery note that says otherwise, please send it.',
      ],
    ],
    [
      'a credit note was issued',
      {
        outcome: {
          code: 'credit_note_issued',
          creditNote: { number: 'CN-2026-0007', total: '444.00', currency: 'GBP' },
        },
      },
      ['Credit note CN-2026-0007 over £444.00 was issued.'],
    ],
    [
      'it was denied',
      { outcome: { code: 'invalid_dispute', reason: 'DN-7741 is signed for 120.' } },
      [
        'The records do not bear out the claim, so the case was closed.',
        'The reason: DN-7741 is signed for 120.',
      ],
    ],
    [
      'it was settled elsewhere',
      { outcome: { code: 'settled', notes: 'Settled by phone.' } },
      ['Settled by phone.'],
    ],
  ])('when %s', (_, { check: found, ...more }, texts) => {
    const { check: __, ...bare } = facts;
    const statements = replyDraftOf({ ...bare, ...(found ? { check: found } : {}), ...more }).statements;
    expect(statements.map(({ text }) => text)).toEqual(texts);
  });
});

describe('what is not decided', () => {
  const prepared = [
    credit,
    {
      kind: 'replacement_order',
      isApproved: false,
      total: '0.00',
      currency: 'GBP',
      promiseDate: '2026-12-01',
    },
  ];
  it.each(prepared)('is never promised: $kind', (proposal) => {
    for (const language of ['en', 'de'])
      expect(promisesWithoutRecord(draft({ language, proposal }).text, {}), language).toEqual([]);
    expect(body({ proposal }).at(-1)).toMatch(/not decided yet\.$/);
  });

  it('is not told at all when it is a denial', () => {
    expect(body({ proposal: { kind: 'denial', isApproved: false, total: '0.00', currency: 'GBP' } })).toEqual(
      body(),
    );
  });

  it('is told apart from what was approved', () => {
    expect(body({ proposal: { ...credit, isApproved: true } }).at(-1)).toBe(
      'A credit of £444.00 is approved; you get its number as soon as it is issued.',
    );
  });
});

test('an upset customer gets a word of regret, and the rep a hint of the tone and the question asked in vain', () => {
  const { statements, hints } = draft({
    teamLanguage: 'de',
    entries: chat(
      ['customer', 'Only 100 crates arrived'],
      ['assistant', 'I can open a dispute.'],
      ['customer', 'When do you send the other 20 crates?'],
      ['assistant', 'I can open a dispute.'],
      ['customer', 'This is unacceptable. When do you send the other 20 crates?'],
    ),
  });
  const from = (id: string) => ({ kind: 'message', id });
  expect(statements[0]).toEqual({
    text: 'I am sorry for the trouble this has caused you.',
    sources: [from('5')],
  });
  expect(statements.at(-1)).toEqual({
    text: 'Your question “When do you send the other 20 crates?” is still open.',
    sources: [from('3'), from('5')],
  });
  expect(hints).toEqual([
    {
      text: 'Ton: verärgert, wird schlechter („unacceptable“; fragt dasselbe noch einmal („This is unacceptable. When do you send the other 20 crates?“)).',
      sources: [from('5')],
    },
    {
      text: 'Mehr als einmal gefragt und noch offen: „When do you send the other 20 crates?“',
      sources: [from('3'), from('5')],
    },
  ]);
});

test.each([...packs.keys()])('a draft in %s leaves no place unfilled', (language) => {
  const missing = [
    'delivery_records',
    'delivery_note',
    'arrival',
    'signed_delivery_note',
    'carrier_answer',
    'purpose_of_credit',
    'other_invoices',
    'purchase_order_number',
    'order',
    'price_agreement',
    'return_receipt',
    'count',
    'inspection',
  ] as const;
  const lines = [
    {
      ...line,
      missing: [
        ...missing.map((what) => ({ what, of: 'DN-7741' })),
        { what: 'conversion' as const, of: 'XCT', unitCode: 'XCR' },
        { what: 'agreed_unit_price' as const, unitCode: 'XCR', forTheRest: true as const },
      ],
    },
  ];
  const proposal = {
    kind: 'replacement_order',
    isApproved: true,
    total: '0.00',
    currency: 'EUR',
    promiseDate: '2026-12-01',
  };
  const outcomes = (['credit_and_replacement', 'replacement_ordered', 'credit_note_issued'] as const).map(
    (code) => ({
      code,
      creditNote: { number: 'CN-2026-0007', total: '444.00', currency: 'EUR' },
      replacementOrder: { number: 'RO-12', promiseDate: '2026-12-01' },
    }),
  );
  const all = [
    draft({ language, check: { ...check, lines }, proposal }),
    draft({ language, proposal: credit }),
    ...outcomes.map((outcome) => draft({ language, outcome })),
  ];
  expect(all.map((one) => one.language)).toEqual(all.map(() => language));
  const text = all.map((one) => one.text).join('\n');
  expect(text).not.toMatch(/[{}]|undefined|\(\s*\)| {2}/);
  expect(text).not.toMatch(/\bX(?:CT|CR)\b/);
});
