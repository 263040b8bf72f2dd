import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExampleApp, exampleApp } from '../example-app.ts';

// Who may call what. A route that is added without a row here fails the first test.

type Row = {
  /** Who the route is for; everybody else is turned away before anything of the request is looked at. */
  for: 'anyone' | 'reader' | 'customer' | 'team';
  /** A role of the team that may not; absent when every role may. */
  notFor?: string;
  /** With it, somebody of another account asks for what is not theirs. */
  foreign?: { path?: Record<string, string>; query?: string; body?: Record<string, unknown> };
};

const theirs = { invoice: 'INV-1003', record: '', conversation: randomUUID() };
const message = { id: randomUUID(), text: 'Let me in' };
const chat = () => ({ path: { id: theirs.conversation } });
const invoice = () => ({ path: { number: theirs.invoice } });
const record = () => ({ path: { caseNumber: theirs.record } });
const team = (notFor?: string): Row => ({ for: 'team', ...(notFor === undefined ? {} : { notFor }) });

const rows = (): Record<string, Row> => ({
  'GET /api/home': { for: 'reader' },
  'GET /api/invoices': { for: 'customer' },
  'GET /api/invoices/:number': { for: 'customer', foreign: invoice() },
  'GET /api/invoices/:number/explanation': { for: 'customer', foreign: { ...invoice(), query: '?line=1' } },
  'POST /api/invoices/:number/copy': { for: 'customer', foreign: { ...invoice(), body: { byEmail: true } } },
  'GET /api/balance': { for: 'customer' },
  'GET /api/statement': { for: 'customer' },
  'GET /api/payments': { for: 'customer', foreign: { query: `?invoiceNumber=${theirs.invoice}` } },
  'GET /api/policies': { for: 'reader' },
  'GET /api/cases': { for: 'customer' },
  'GET /api/cases/:caseNumber': { for: 'customer', foreign: record() },
  'POST /api/cases/:caseNumber/notes': { for: 'customer', foreign: { ...record(), body: message } },
  'POST /api/disputes': {
    for: 'customer',
    foreign: { body: { id: randomUUID(), invoiceNumber: theirs.invoice, reason: 'OTHER' } },
  },
  'POST /api/conversations': { for: 'reader', foreign: { body: { id: theirs.conversation } } },
  'GET /api/conversations/:id': { for: 'reader', foreign: chat() },
  'GET /api/conversations/:id/log': { for: 'reader', foreign: chat() },
  'POST /api/conversations/:id/messages': { for: 'reader', foreign: { ...chat(), body: message } },
  'POST /api/conversations/:id/confirmations/:confirmationId': {
    for: 'reader',
    foreign: { path: { ...chat().path, confirmationId: randomUUID() }, body: { confirmed: true } },
  },
  'POST /api/conversations/:id/handover': { for: 'reader', foreign: { ...chat(), body: {} } },
  'POST /api/conversations/:id/back': { for: 'reader', foreign: chat() },
  'POST /api/conversations/:id/stop': { for: 'reader', foreign: chat() },
  'POST /api/visitors': { for: 'anyone' },
  'POST /api/sign-in-links': { for: 'anyone' },
  'POST /api/session': { for: 'anyone' },
  'DELETE /api/session': { for: 'anyone' },
  'GET /api/demo/people': { for: 'anyone' },
  'POST /api/demo/session': { for: 'anyone' },
  'GET /api/demo/token': { for: 'anyone' },
  'GET /api/demo/mailbox': { for: 'anyone' },
  'GET /api/me': team(),
  'GET /api/rep/queue': team(),
  'GET /api/rep/events': team(),
  'POST /api/rep/presence': team('auditor'),
  'POST /api/rep/handovers/:conversationId/acceptance': team('approver'),
  'POST /api/rep/handovers/:conversationId/decline': team('qa'),
  'POST /api/rep/assist': team(),
  'GET /api/rep/conversations/:id/log': team(),
  'POST /api/rep/conversations/:id/messages': team('auditor'),
  'POST /api/rep/conversations/:id/notes': team('approver'),
  'POST /api/rep/conversations/:id/stop': team(),
  'POST /api/rep/conversations/:id/end': team('approver'),
  'GET /api/rep/cases': team(),
  'GET /api/rep/cases/:caseNumber': team(),
  'POST /api/rep/cases/:caseNumber/assignment': team('auditor'),
  'POST /api/rep/cases/:caseNumber/notes': team('qa'),
  'PUT /api/rep/cases/:caseNumber/summary': team('approver'),
  'POST /api/rep/cases/:caseNumber/check': team(),
  'GET /api/rep/cases/:caseNumber/similar': team(),
  'GET /api/rep/cases/:caseNumber/availability': team(),
  'GET /api/rep/cases/:caseNumber/invoice': team(),
  'GET /api/rep/cases/:caseNumber/reply-draft': team(),
  'POST /api/rep/cases/:caseNumber/proposals': team('approver'),
  'GET /api/rep/approvals': team(),
  'GET /api/rep/proposals/:id': team(),
  'POST /api/proposals/:id/approval': team('auditor'),
  'POST /api/proposals/:id/taking-back': team('qa'),
  'POST /api/proposals/:id/rejection': team('auditor'),
});

/** A body that every rule of shape accepts, for routes whose right is asked after it. */
const wellFormed: Record<string, Record<string, unknown>> = {
  'POST /api/rep/presence': { state: 'away' },
  'POST /api/rep/conversations/:id/messages': message,
  'POST /api/rep/conversations/:id/notes': message,
  'POST /api/rep/cases/:caseNumber/notes': message,
  'PUT /api/rep/cases/:caseNumber/summary': { language: 'en', sentences: [] },
  'POST /api/rep/cases/:caseNumber/proposals': { id: randomUUID(), kind: 'credit_note' },
  'POST /api/proposals/:id/approval': { version: 1, previewToken: 'x', checked: true },
  'POST /api/proposals/:id/rejection': { note: 'No' },
};

let example: ExampleApp;
let someone: Record<string, string>;
beforeAll(async () => {
  example = await exampleApp();
  const owner = await example.customer('joris@noordermeer.test');
  someone = await example.customer('helen@oakmere.test');
  await example.call('POST', '/api/conversations', owner, { id: theirs.conversation });
  const claim = { invoiceNumber: theirs.invoice, reason: 'OTHER', id: randomUUID() };
  const opened = await example.call('POST', '/api/disputes', owner, claim);
  theirs.record = (await opened.json()).caseNumber;
});
afterAll(() => example.close());

const filled = (path: string, values: Record<string, string> = {}) =>
  path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? (name.endsWith('d') ? randomUUID() : 'X-1'));

async function ask(row: string, headers: Record<string, string>, given: Row['foreign'] = {}) {
  const [method = '', path = ''] = row.split(' ');
  return example.call(method, filled(path, given.path) + (given.query ?? ''), headers, given.body);
}
const rowsFor = (...kinds: Row['for'][]) =>
  Object.entries(rows()).flatMap(([name, row]) => (kinds.includes(row.for) ? [name] : []));

test('every route of the interface has a row that says who may call it', () => {
  const routes = example.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].sort()).toEqual(Object.keys(rows()).sort());
});

describe('who does not sign in sees nothing', () => {
  test.each(rowsFor('reader', 'customer', 'team'))('%s', async (row) => {
    expect((await ask(row, { 'x-redress': '1' })).status).toBe(401);
  });
});

describe('a sign-in that has expired is none', () => {
  test.each(rowsFor('reader', 'customer', 'team'))('%s', async (row) => {
    const headers = await example.customer('helen@oakmere.test');
    const before = example.clock.at;
    example.clock.at = new Date(before.getTime() + 16 * 60_000);
    expect((await ask(row, headers)).status).toBe(401);
    example.clock.at = before;
  });
});

describe('a visitor has no account', () => {
  test.each(rowsFor('customer', 'team'))('%s', async (row) => {
    expect((await ask(row, await example.visitor())).status).toBe(401);
  });
});

describe('customers are not the team, and the team are not customers', () => {
  test.each(rowsFor('team'))('%s refuses a customer', async (row) => {
    expect((await ask(row, { ...someone, 'x-redress': '1' })).status).toBe(401);
  });
  test.each(rowsFor('reader', 'customer'))('%s refuses a rep', async (row) => {
    expect((await ask(row, await example.rep('sam@redress.test'))).status).toBe(401);
  });
});

describe('what belongs to another account is not there', () => {
  const asked = Object.entries(rows()).filter(([, { foreign }]) => foreign);
  test.each(asked.map(([name]) => name))('%s', async (row) => {
    const answer = await ask(row, someone, rows()[row]?.foreign);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/Noordermeer|Joris/);
  });
});

describe('a role without the right is told so', () => {
  const refused = Object.entries(rows()).filter(([, { notFor }]) => notFor);
  const people: Record<string, string> = {
    auditor: 'ivo@redress.test',
    approver: 'noor@redress.test',
    qa: 'quinn@redress.test',
  };
  test.each(refused.map(([name, { notFor = '' }]) => [name, notFor] as const))(
    '%s refuses: %s',
    async (row, role) => {
      const ids = { caseNumber: theirs.record, id: theirs.conversation, conversationId: theirs.conversation };
      const body = wellFormed[row];
      const answer = await ask(row, await example.rep(people[role] ?? ''), {
        path: ids,
        ...(body ? { body } : {}),
      });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({
        code: 'not-allowed',
        detail: expect.stringContaining(role),
      });
    },
  );
});
