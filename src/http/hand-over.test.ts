import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RepCaseView } from '#domain/views/case-view.ts';
import { ReplyDraftView } from '#domain/views/reply-draft-view.ts';
import { ProposalView } from '#domain/views/validation-view.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { type ExampleApp, exampleApp } from '../example-app.ts';

let example: ExampleApp;
let dana: Record<string, string>;
let sam: Record<string, string>;
beforeEach(async () => {
  example = await exampleApp();
  dana = await example.customer('dana@brightwell.test');
  sam = await example.rep('sam@redress.test');
});
afterEach(() => example.close());

/** A chat of Dana's in which the assistant answers each message before the next. */
async function chatOf(...said: readonly string[]): Promise<string> {
  const { redress, call } = example;
  const id = randomUUID();
  await call('POST', '/api/conversations', dana, { id });
  for (const text of said) {
    const posted = await call('POST', `/api/conversations/${id}/messages`, dana, { id: randomUUID(), text });
    await redress.assistant.answer(id, (await posted.json()).seq);
  }
  return id;
}

async function handedOver(id: string) {
  expect((await example.call('POST', `/api/conversations/${id}/handover`, dana, {})).status).toBeLessThan(
    300,
  );
  const everything = await entriesAfter(example.redress.db, id, 0, 'team');
  const told = everything.flatMap(({ audience, body }) =>
    body.kind === 'handover' && body.state === 'queued' ? [{ audience, summary: body.summary }] : [],
  );
  return { everything, told, conversation: await conversationById(example.redress.db, id) };
}
const caseView = async (number: string) =>
  RepCaseView.parse(await (await example.call('GET', `/api/rep/cases/${number}`, sam)).json());
const draftOf = async (number: string) =>
  ReplyDraftView.parse(await (await example.call('GET', `/api/rep/cases/${number}/reply-draft`, sam)).json());

const claim = ['Why is INV-20418 higher than last month?', 'Only 100 crates arrived, I want a credit', 'yes'];
const outcry = 'This is unacceptable!! Nobody answers me. When do you send the other 20 crates?';

test('an upset customer is handed over with summary, mood and a raised priority, each with what bears it out', async () => {
  const calm = await chatOf(...claim);
  const { caseId } = (await conversationById(example.redress.db, calm)) ?? {};
  expect(caseId).toBeDefined();
  const before = await caseView('CASE-1187');
  expect(before).toMatchObject({
    shortDescription: 'Quantity missing: 20 of 120 Crates 12×1L on INV-20418',
    mood: { level: 'calm', reasons: [] },
  });
  const { call, redress } = example;
  const posted = await call('POST', `/api/conversations/${calm}/messages`, dana, {
    id: randomUUID(),
    text: outcry,
  });
  const { seq } = await posted.json();
  await redress.assistant.answer(calm, seq);
  const { everything, told } = await handedOver(calm);

  const view = await caseView('CASE-1187');
  expect(view.mood).toEqual({
    level: 'frustrated',
    trend: 'worse',
    reasons: [
      { sign: 'frustrated_words', words: 'unacceptable', entry: seq },
      { sign: 'exclamation', words: 'This is unacceptable!!', entry: seq },
    ],
  });
  expect(view.priority).toBeLessThan(before.priority);
  expect(view.priorityReasons).toEqual([
    ...before.priorityReasons,
    'customer frustrated',
    'customer sounds worse than at first',
  ]);
  expect(view.timeline.some(({ text }) => text.startsWith('Priority raised to '))).toBe(true);

  const sentences = view.summary?.sentences ?? [];
  expect(sentences.map(({ topic }) => topic)).toEqual(
    expect.arrayContaining(['who', 'claim', 'promised', 'checked', 'wants', 'mood', 'next_step']),
  );
  const known = new Set(everything.map((entry) => String(entry.seq)));
  for (const { sources } of sentences)
    for (const { kind, id } of sources) if (kind === 'entry') expect(known).toContain(id);
  const looked = sentences.find(({ text }) => text.startsWith('Looked up INV-20418'));
  expect(looked?.sources).toContainEqual({ kind: 'entry', id: '2' });

  // The customer reads what was understood of them, not how they sound.
  expect(told).toHaveLength(1);
  expect(new Set(told[0]?.summary?.sentences.map(({ topic }) => topic))).toEqual(
    new Set(['who', 'claim', 'promised', 'checked', 'wants']),
  );
  const theirs = everything.filter(({ audience }) => audience === 'everyone');
  expect(JSON.stringify(theirs.map(({ body }) => body))).not.toContain('Frustrated');
  const offers = (await (await call('GET', '/api/rep/queue', sam)).json()).offers;
  expect(offers).toMatchObject([{ conversationId: calm, mood: { level: 'frustrated', trend: 'worse' } }]);
});

test('a chat that led to no case is handed over with its summary for the team', async () => {
  const { everything, conversation } = await handedOver(
    await chatOf('Why is INV-20418 higher than last month?'),
  );
  const written = everything.filter(({ body }) => body.kind === 'summary');
  expect(written).toMatchObject([{ audience: 'team', body: { summary: conversation?.summary } }]);
});

test('a draft says first what is checked and undecided, and after the credit its number', async () => {
  await chatOf(...claim);
  const checked = await draftOf('CASE-1187');
  expect(checked.text).toMatch(/^Hello Dana Ellis,\n/);
  expect(checked.statements.map(({ text }) => text)).toContain(
    '20 units of line 2 did not reach you, as you said.',
  );
  expect(checked.statements.every(({ sources }) => sources.length > 0)).toBe(true);
  expect(checked.sources).toContainEqual(expect.objectContaining({ kind: 'despatch', id: 'DN-7741' }));

  const { call, clock, redress } = example;
  const wanted = { id: randomUUID(), kind: 'credit_note', lines: [{ line: 2, quantity: '20' }] };
  const proposal = ProposalView.parse(
    await (await call('POST', '/api/rep/cases/CASE-1187/proposals', sam, wanted)).json(),
  );
  expect((await draftOf('CASE-1187')).text).toContain(
    'A credit of £444.00 is prepared; it is not decided yet.',
  );
  const { id, version, previewToken } = proposal;
  await call('POST', `/api/proposals/${id}/approval`, sam, { version, previewToken, checked: true });
  expect((await draftOf('CASE-1187')).text).toContain('A credit of £444.00 is approved;');
  clock.at = new Date(clock.at.getTime() + 60_000);
  await redress.runOutbox();
  const done = await draftOf('CASE-1187');
  const { creditNote } = await caseView('CASE-1187');
  expect(creditNote?.number).toMatch(/^CN-/);
  expect(done.statements[0]).toEqual({
    text: `Credit note ${creditNote?.number} over £444.00 was issued.`,
    sources: [
      { kind: 'case', id: 'CASE-1187' },
      { kind: 'credit_note', id: creditNote?.number },
    ],
  });
});

test('a German chat is summarised for its customer in German and for the team in its own language, and answered in German', async () => {
  const id = await chatOf(
    'Auf Rechnung INV-20418 Position 2 kamen nur 100 von 120 Kisten an, bitte Reklamation aufmachen',
    'ja',
  );
  const { told, conversation } = await handedOver(id);
  expect(conversation).toMatchObject({ language: 'de', summary: { language: 'en' } });
  const claimOf = (sentences: readonly { topic: string; text: string }[] = []) =>
    sentences.find(({ topic }) => topic === 'claim')?.text;
  expect(claimOf(told[0]?.summary?.sentences)).toBe(
    'Sagt, auf INV-20418 Position 2 (Crates 12×1L) seien 100 von 120 angekommen; 20 sind strittig.',
  );
  expect(claimOf(conversation?.summary?.sentences)).toBe(
    'Says 100 of 120 arrived on INV-20418 line 2 (Crates 12×1L); 20 in dispute.',
  );
  expect(await draftOf('CASE-1187')).toMatchObject({
    language: 'de',
    text: expect.stringContaining('Guten Tag Dana Ellis,'),
  });
  const own = await (await example.call('GET', '/api/cases/CASE-1187', dana)).json();
  expect(own.shortDescription).toBe('Fehlmenge: 20 von 120 Crates 12×1L auf INV-20418');
});
