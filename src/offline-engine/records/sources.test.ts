import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ungroundedNumbers } from '#domain/answer-check.ts';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import type { ConversationFacts, ReplyFacts } from '#domain/record-writer.ts';
import { packs } from '../speak/replies.ts';
import { chat } from './example-chat.ts';
import { replyDraftOf } from './reply-draft.ts';
import { shortDescriptionOf } from './short-description.ts';
import { summaryOf } from './summary.ts';

/** More cases than a test run has time for: RANDOM_RECORDS=20000 npx vitest run src/offline-engine/records/sources.test.ts */
const many = Number(process.env.RANDOM_RECORDS ?? 150);

const whole = fc.integer({ min: 1, max: 9999 });
const sum = whole.map((cents) => (cents / 100).toFixed(2));
const currency = fc.constantFrom('EUR', 'GBP', 'USD');
const language = fc.constantFrom(...packs.keys());
const said = fc.oneof(
  fc.constantFrom(
    'THIS IS RIDICULOUS!!!',
    'Where are the 20 crates?',
    'Was INV-30097 paid on 3 November?',
    'I want to talk to a person',
    'Only 100 of 120 came, credit £444.00 please',
    "I'll send it by 1 December",
    'Wo bleibt die Gutschrift über 51,43 €?',
  ),
  fc.string({ maxLength: 60 }),
);
const entries = fc
  .array(fc.tuple(fc.constantFrom('customer' as const, 'assistant' as const, 'rep' as const), said), {
    maxLength: 8,
  })
  .map((all) => chat(...all));
const items = fc.array(
  fc.record({
    line: fc.integer({ min: 1, max: 40 }),
    description: fc.constantFrom('Crates', 'Valves'),
    invoicedQuantity: whole.map(String),
    claimedQuantity: whole.map(String),
    disputedQuantity: whole.map(String),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A figure of a sentence must stand in one of the sentence's own sources; languages with decimal commas are read as German. */
const lost = (text: string, sources: readonly unknown[], spoken: string) =>
  ungroundedNumbers(
    text.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, '').replace(/[\u00a0\u202f]/g, ' '),
    sources.map((source) => (typeof source === 'string' ? source : JSON.stringify(source))),
    spoken === 'en' ? 'en' : 'de',
  );

const wordsOf = (all: ConversationFacts['entries'], id: string) =>
  all.flatMap(({ seq, body }) => (String(seq) === id && body.kind === 'message' ? [body.text] : []));

test('each figure of a summary stands in a source that its sentence names', () => {
  const dispute = fc.record({ disputed: sum, currency, items });
  const lookups = fc.array(fc.record({ total: sum, currency }), { maxLength: 3 });
  fc.assert(
    fc.property(entries, dispute, lookups, language, (all, claim, looked, spoken) => {
      const record = { caseNumber: 'CASE-1187', invoiceNumber: 'INV-20418', state: 'new' as const, ...claim };
      const results = looked.map((found, at) => ({ number: `INV-${30_000 + at}`, ...found }));
      const { sentences } = summaryOf(
        {
          customer: { personId: 'dana', name: 'Dana Ellis' },
          timeZone: 'UTC',
          language: 'en',
          entries: all,
          lookups: results.map((result) => ({ tool: 'get_invoice', result })),
          dispute: record,
        },
        spoken,
      );
      for (const { text, sources } of sentences) {
        const known = sources.flatMap(({ kind, id }): unknown[] => {
          if (kind === 'entry') return wordsOf(all, id);
          return id === record.caseNumber ? [record] : results.filter(({ number }) => number === id);
        });
        expect(known.length > 0 || sources[0]?.id === 'dana', text).toBe(true);
        if (areDatesRead(spoken)) expect(lost(text, known, spoken), text).toEqual([]);
      }
    }),
    { numRuns: many },
  );
});

test('each figure of a draft stands in a record of the case or a message it names', () => {
  const lines = fc.array(
    fc.record({
      line: fc.integer({ min: 1, max: 40 }),
      unitCode: fc.constantFrom('XCR', 'KGM'),
      invoiced: whole.map(String),
      delivered: whole.map(String),
      supported: fc.integer({ min: 0, max: 99 }).map(String),
      missing: fc.constantFrom([], [{ what: 'arrival' as const, of: 'DN-2' }]),
      sources: fc.constant([{ kind: 'despatch' as const, id: 'DN-1' }]),
    }),
    { minLength: 1, maxLength: 3 },
  );
  const proposal = fc.record({
    kind: fc.constantFrom('credit_note', 'replacement_order', 'denial'),
    isApproved: fc.boolean(),
    total: sum,
    currency,
    promiseDate: fc.constant('2026-12-01'),
  });
  const verdict = fc.constantFrom('validated' as const, 'not_validated' as const, 'inconclusive' as const);
  fc.assert(
    fc.property(
      entries,
      lines,
      verdict,
      fc.constantFrom(...disputeReasonCodes),
      proposal,
      language,
      (all, checked, found, reasonCode, wanted, spoken) => {
        const facts: ReplyFacts = {
          customerName: 'Dana Ellis',
          repName: 'Sam Ortiz',
          caseNumber: 'CASE-1187',
          language: spoken,
          teamLanguage: 'en',
          entries: all,
          check: { verdict: found, reasonCode, invoiceNumber: 'INV-20418', lines: checked },
          proposal: wanted,
        };
        const { statements } = replyDraftOf(facts);
        const { entries: _, ...records } = facts;
        for (const { text, sources } of statements) {
          expect(sources.length, text).toBeGreaterThan(0);
          const quotes = sources.flatMap(({ kind, id }) => (kind === 'message' ? wordsOf(all, id) : []));
          if (areDatesRead(spoken)) expect(lost(text, [...quotes, records], spoken), text).toEqual([]);
        }
      },
    ),
    { numRuns: many },
  );
});

test('each figure of a short description stands in the case', () => {
  fc.assert(
    fc.property(fc.constantFrom(...disputeReasonCodes), items, language, (reasonCode, claimed, spoken) => {
      const about = { reasonCode, invoiceNumber: 'INV-20418', items: claimed };
      expect(lost(shortDescriptionOf(about, spoken), [about], spoken)).toEqual([]);
    }),
    { numRuns: many },
  );
});

/** The check of figures knows the months of these languages only. */
const areDatesRead = (spoken: string): boolean => spoken === 'en' || spoken === 'de';
