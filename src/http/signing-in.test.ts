import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { personById } from '#storage/parties/people.ts';
import { type ExampleApp, exampleApp } from '../example-app.ts';
import { signCustomerToken } from './customer-token.ts';

let example: ExampleApp;
const own = { 'x-redress': '1' };
beforeEach(async () => {
  example = await exampleApp();
});
afterEach(() => example.close());

const mails = async () => {
  await example.redress.runOutbox();
  return (await (await example.call('GET', '/api/demo/mailbox')).json()).mails;
};
async function mailedToken(email: string): Promise<string> {
  await example.call('POST', '/api/sign-in-links', own, { email });
  return /sign-in#(\S+)/.exec((await mails())[0]?.text)?.[1] ?? '';
}
const later = (minutes: number) => {
  example.clock.at = new Date(example.clock.at.getTime() + minutes * 60_000);
};

test('staff sign in by a mailed link, once, and out again', async () => {
  const token = await mailedToken('sam@redress.test');
  const signedIn = await example.call('POST', '/api/session', own, { token });
  expect(signedIn.status).toBe(204);
  const set = signedIn.headers.get('set-cookie') ?? '';
  expect(set).toMatch(/^redress_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
  const cookie = { cookie: set.split(';')[0] ?? '', ...own };
  expect(await (await example.call('GET', '/api/me', cookie)).json()).toMatchObject({
    name: 'Sam Ortiz',
    role: 'agent',
  });
  const again = await example.call('POST', '/api/session', own, { token });
  expect(again.status).toBe(410);
  expect((await again.json()).detail).toContain('Ask for a new one');
  expect((await example.call('DELETE', '/api/session', cookie)).status).toBe(204);
  expect((await example.call('GET', '/api/me', cookie)).status).toBe(401);
});

test('over https the cookie never leaves it', async () => {
  await example.close();
  example = await exampleApp({ PUBLIC_URL: 'https://billing.example.com' });
  const signedIn = await example.call('POST', '/api/demo/session', own, { email: 'sam@redress.test' });
  expect(signedIn.headers.get('set-cookie')).toMatch(/Secure/);
});

test('a link is good for fifteen minutes, a session for twelve hours', async () => {
  const late = await mailedToken('sam@redress.test');
  later(16);
  expect((await example.call('POST', '/api/session', own, { token: late })).status).toBe(410);
  const sam = await example.rep('sam@redress.test');
  later(12 * 60 - 1);
  expect((await example.call('GET', '/api/me', sam)).status).toBe(200);
  later(2);
  expect((await example.call('GET', '/api/me', sam)).status).toBe(401);
});

test.each(['nobody@example.com', 'joris@noordermeer.test'])(
  'asking for a link as %s looks the same, and no mail goes out',
  async (email) => {
    const asked = await example.call('POST', '/api/sign-in-links', own, { email });
    expect([asked.status, await asked.text()]).toEqual([202, '']);
    expect(await mails()).toEqual([]);
  },
);

const homeAs = async (person: { id: string; accountId: string; name: string; email: string }) => {
  const token = await signCustomerToken(example.redress.config, person, example.clock.at);
  return example.call('GET', '/api/home', { authorization: `Bearer ${token}` });
};
const joris = { accountId: 'ACC-NOORDERMEER', name: 'Joris de Wit', email: 'joris@noordermeer.test' };
const known = async () => {
  const { people } = await (await example.call('GET', '/api/demo/people')).json();
  expect(people[0].email).toBe(joris.email);
  const row = await example.redress.db.read.select().from(example.redress.db.t.people);
  const found = row.find(({ email }) => email === joris.email);
  return { ...joris, id: found?.id ?? '', accountId: found?.accountId ?? '' };
};

test('a customer is known by the id or the address their site gives', async () => {
  const person = await known();
  expect((await homeAs(person)).status).toBe(200);
  expect((await homeAs({ ...person, id: person.email })).status).toBe(200);
  expect(await (await homeAs({ ...person, id: 'portal-user-17' })).json()).toMatchObject({
    name: 'Joris de Wit',
  });
  expect(await personById(example.redress.db, 'portal-user-17')).toBeUndefined();
});

test('somebody new of a known account is let in, and known from then on', async () => {
  const { accountId } = await known();
  const someone = { id: 'portal-user-9', accountId, name: 'Fenna Bakker', email: 'Fenna@Noordermeer.test' };
  expect(await (await homeAs(someone)).json()).toMatchObject({ verified: true, name: 'Fenna Bakker' });
  expect(await personById(example.redress.db, 'portal-user-9')).toMatchObject({
    role: 'customer',
    accountId,
    email: 'fenna@noordermeer.test',
  });
});

test('nobody is let in on an account that is not known', async () => {
  const refused = await homeAs({ id: 'x', accountId: 'ACC-NONE', name: 'X', email: 'x@example.com' });
  expect(refused.status).toBe(401);
  expect(await personById(example.redress.db, 'x')).toBeUndefined();
});

test('a customer of one account, or one of the team, is never a customer of another; each attempt is recorded', async () => {
  const { db } = example.redress;
  const people = await db.read.select().from(db.t.people);
  const { accountId } = await known();
  const others = people.filter((person) => person.accountId !== accountId);
  expect(others.length).toBeGreaterThan(5);
  for (const { id, name, email } of others) {
    later(1);
    for (const sub of [id, email, `new-${id}`])
      expect((await homeAs({ id: sub, accountId, name, email })).status).toBe(401);
  }
  const recorded = (await db.read.select().from(db.t.audit)).filter(
    ({ action }) => action === 'sign-in.refused',
  );
  expect(recorded).toHaveLength(others.length * 3);
});

test('a visitor keeps a chat by their token and sees no account', async () => {
  const visitor = await example.visitor();
  const home = await (await example.call('GET', '/api/home', visitor)).json();
  expect(home).toMatchObject({ verified: false, invoices: [], invoiceCount: 0 });
  const id = randomUUID();
  expect((await example.call('POST', '/api/conversations', visitor, { id })).status).toBe(201);
  expect((await example.call('GET', `/api/conversations/${id}`, visitor)).status).toBe(200);
  expect((await example.call('GET', `/api/conversations/${id}`, await example.visitor())).status).toBe(404);
  later(31 * 24 * 60);
  expect((await example.call('GET', `/api/conversations/${id}`, visitor)).status).toBe(401);
});

test('outside the demo nobody may be anybody', async () => {
  await example.close();
  example = await exampleApp({
    DEMO: 'false',
    SIGNING_SECRET: 'shop:a-secret-of-at-least-32-characters',
    SERVICE_SECRET: 'another-secret-of-at-least-32-characters',
    POLICY_FILE: 'fixtures/policy.yaml',
  });
  for (const path of ['/api/demo/people', '/api/demo/mailbox', '/api/demo/token?email=a@b.co', '/mailbox'])
    expect((await example.call('GET', path)).status).toBe(404);
  expect((await example.call('POST', '/api/demo/session', own, { email: 'sam@redress.test' })).status).toBe(
    404,
  );
});
