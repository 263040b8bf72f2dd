import { describe, expect, test } from 'vitest';
import { promisesWithoutRecord } from './promise-check.ts';

describe('promises without a record are found', () => {
  test.each([
    { answer: 'Your account has been credited.', promise: 'credited' },
    { answer: 'We will refund the missing crates.', promise: 'credited' },
    { answer: "I've credited £444.00 to your account.", promise: 'credited' },
    { answer: 'We will credit you, no problem.', promise: 'credited' },
    { answer: 'I have issued a credit note for the 20 crates.', promise: 'credited' },
    { answer: 'The credit note has been issued.', promise: 'credited' },
    { answer: 'The 20 crates were refunded yesterday.', promise: 'credited' },
    { answer: "You'll receive a full refund.", promise: 'credited' },
    { answer: 'You will be credited within a week.', promise: 'credited' },
    { answer: "Tell me your account and we'll refund it.", promise: 'credited' },
    { answer: 'Nothing to worry about: we will credit it.', promise: 'credited' },
    { answer: 'Wir werden Ihnen den Betrag gutschreiben.', promise: 'credited' },
    { answer: 'Der Betrag wurde Ihnen gutgeschrieben.', promise: 'credited' },
    { answer: 'Wir erstatten Ihnen die Kisten.', promise: 'credited' },
    { answer: 'Sie erhalten eine Gutschrift.', promise: 'credited' },
    { answer: 'Die Gutschrift ist bereits erstellt.', promise: 'credited' },
    { answer: "We'll send the missing crates tomorrow.", promise: 'replaced' },
    { answer: 'A replacement has been ordered.', promise: 'replaced' },
    { answer: 'Die Nachlieferung ist veranlasst.', promise: 'replaced' },
    { answer: "I've opened a dispute for line 2.", promise: 'caseOpened' },
    { answer: 'Ich habe den Fall eröffnet.', promise: 'caseOpened' },
    { answer: "I'll transfer you to a colleague.", promise: 'handedOver' },
    { answer: 'Connecting you to the team now.', promise: 'handedOver' },
    { answer: 'Ich verbinde Sie mit einer Kollegin.', promise: 'handedOver' },
    { answer: "I've sent the invoice to your address.", promise: 'copySent' },
    { answer: 'Ich habe Ihnen die Rechnung als PDF gesendet.', promise: 'copySent' },
  ] as const)('$answer', ({ answer, promise }) => {
    expect(promisesWithoutRecord(answer, {})).toEqual([{ promise, sentence: answer }]);
    expect(promisesWithoutRecord(answer, { [promise]: true })).toEqual([]);
  });
});

describe('ordinary answers promise nothing', () => {
  test.each([
    'No credit has been issued yet.',
    'Nothing has been credited so far.',
    "It hasn't been credited.",
    "I can't refund anything myself, but a colleague can decide.",
    'If the check bears you out, we will credit the missing crates.',
    'Once the team has checked it, you will be credited.',
    'Would you like a credit or the missing goods?',
    'Shall I open a dispute for line 2?',
    "I'll open a dispute on INV-30112, line 1: quantity missing, 6 of 50 drums. Shall I go ahead?",
    "I'll issue a credit note of £444.00 for case CASE-1187 and close it. Shall I go ahead?",
    'Wir werden den Betrag gutschreiben. Soll ich das so vorschlagen?',
    `Tell me the invoice, or say "agent" and I'll pass you to a colleague.`,
    'Approved shortages are credited within five days, says section 7.',
    'You have £50.00 in credit.',
    'You can ask for a colleague at any time.',
    'I can send you a copy of the invoice.',
    "OK, I've dropped that. Nothing was changed.",
    'You don’t have to pay the disputed part while it is being checked.',
    'Invoice INV-20418 is not paid yet: £2,664.00 is open.',
    'Es wurde noch nichts gutgeschrieben.',
    'Wenn die Prüfung das bestätigt, schreiben wir Ihnen den Betrag gut.',
    'Ob Sie eine Gutschrift erhalten, entscheidet das Team.',
    'Möchten Sie, dass ich den Fall eröffne?',
    'Den strittigen Teil müssen Sie während der Prüfung nicht bezahlen.',
    'Ich kann Ihnen eine Kopie der Rechnung senden.',
  ])('%s', (answer) => {
    expect(promisesWithoutRecord(answer, {})).toEqual([]);
  });
});

test('a promise stays one when the assistant goes on to ask something else', () => {
  expect(promisesWithoutRecord('We will credit you. Shall I do anything else?', {})).toHaveLength(1);
});

test('only the sentence that promises is named', () => {
  const answer = 'I checked DN-7741. We will credit the 20 crates. Anything else?';
  expect(promisesWithoutRecord(answer, {})).toEqual([
    { promise: 'credited', sentence: 'We will credit the 20 crates.' },
  ]);
});
