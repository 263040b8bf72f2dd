import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LogEntry } from '#domain/views/log-entry.ts';
import { type ExampleRedress, exampleRedress } from './example-redress.ts';
import { appOf } from './serve.ts';

/** What somebody who has never seen the demo asks first, rightly or wrongly. The last answer counts. */
const conversations: readonly {
  what: string;
  says: readonly string[];
  hears: readonly string[];
  never?: string;
}[] = [
  {
    what: 'every invoice is a list, not the newest one',
    says: ['Show all my invoices'],
    hears: ['Here are 10 of 33 invoices', 'INV-20418', 'INV-20377'],
  },
  {
    what: 'as many as asked for',
    says: ['Show my last three invoices'],
    hears: ['Here are 3 of 33 invoices'],
  },
  {
    what: 'a first question of the home screen',
    says: ['Why is my last invoice so high?'],
    hears: ['£370.00 more than INV-20341', 'lists 120 units'],
  },
  {
    what: 'an invoice that is not theirs or not there',
    says: ['Why is INV-99999 so high?'],
    hears: ["can't find invoice INV-99999"],
  },
  {
    what: 'more arrived than was billed',
    says: ['Only 150 crates of INV-20418 arrived'],
    hears: ['Line 2 of INV-20418 was for 120 units', "150 can't be right"],
  },
  {
    what: 'more is missing than was billed',
    says: ['130 crates are missing on INV-20418'],
    hears: ["130 can't be right"],
  },
  {
    what: 'how an old case ended, in the words of its notes',
    says: ['What is the status of CASE-1042?'],
    hears: ['CASE-1042', '£222.00', 'closed'],
  },
  {
    what: 'a note to a closed case is refused once, and the next question is just answered',
    says: [
      'Please add a note to CASE-1042: the driver left early on that day',
      'Which invoices are overdue?',
    ],
    hears: ['INV-20317'],
    never: 'CASE-1042',
  },
];

describe('A stranger asks', () => {
  let redress: ExampleRedress;
  let app: ReturnType<typeof appOf>;
  let headers: Record<string, string>;
  beforeAll(async () => {
    redress = await exampleRedress();
    app = appOf(redress);
    const answer = await app.request('/api/demo/token?email=dana@brightwell.test');
    const { token } = z.object({ token: z.string() }).parse(await answer.json());
    headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  });
  afterAll(() => redress.remove());

  const post = (path: string, body: object) =>
    app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });

  async function answerTo(id: string, text: string): Promise<string> {
    const sent = await post(`/api/conversations/${id}/messages`, { id: randomUUID(), text });
    const { seq } = z.object({ seq: z.number() }).parse(await sent.json());
    await redress.assistant.answer(id, seq);
    const log = await app.request(`/api/conversations/${id}/log?after=${seq}`, { headers });
    const reader = log.body?.pipeThrough(new TextDecoderStream()).getReader();
    let events = '';
    while (reader && !events.includes('event: caught-up')) events += (await reader.read()).value ?? '';
    await reader?.cancel();
    const [, data = ''] = /event: entry\ndata: (.*)\n/.exec(events) ?? [];
    const { body } = LogEntry.parse(JSON.parse(data));
    return 'text' in body ? body.text : body.kind;
  }

  test.each(conversations)('$what', async ({ says, hears, never }) => {
    const id = randomUUID();
    await post('/api/conversations', { id });
    let answer = '';
    for (const text of says) answer = await answerTo(id, text);
    for (const words of hears) expect(answer).toContain(words);
    if (never !== undefined) expect(answer).not.toContain(never);
  });
});
