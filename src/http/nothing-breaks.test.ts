import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExampleApp, exampleApp } from '../example-app.ts';

const naughty: unknown[] = [
  ' ',
  'a\u0000b',
  '\ud800',
  "'; drop table invoices; --%",
  '../../etc/passwd',
  '999999999999.999999',
  '2026-02-30',
  '9999-12-31',
  '__proto__',
  '🙂'.repeat(20),
  0,
  1e308,
  null,
  [[]],
  { toString: 1 },
];
const fields = [
  'text',
  'reason',
  'note',
  'byEmail',
  'confirmed',
  'email',
  'token',
  'state',
  'caseNumber',
  'version',
  'previewToken',
  'language',
  'sentences',
  'line',
  'receivedQuantity',
  'disputedQuantity',
  'expectedUnitPrice',
];
const queries = [
  'status',
  'dateFrom',
  'dateTo',
  'product',
  'poNumber',
  'line',
  'from',
  'to',
  'amount',
  'paidOn',
  'question',
  'invoiceNumber',
  'view',
  'after',
  'email',
];

let example: ExampleApp;
let joris: Record<string, string>;
let ada: Record<string, string>;
const conversation = randomUUID();
beforeAll(async () => {
  example = await exampleApp({ TURNS_PER_MINUTE: '10000' });
  joris = await example.customer('joris@noordermeer.test');
  await example.call('POST', '/api/conversations', joris, { id: conversation });
  ada = await example.rep('ada@redress.test');
});
afterAll(() => example.close());

const bodiesOf = (value: unknown) => {
  const all = Object.fromEntries(fields.map((field) => [field, value]));
  const item = {
    line: 1,
    receivedQuantity: value,
    disputedQuantity: value,
    expectedUnitPrice: value,
    quantity: value,
  };
  const known = { invoiceNumber: 'INV-1003', reason: 'SHORT_DELIVERY', kind: 'credit_note', checked: true };
  return [
    { ...all, id: value },
    { ...known, id: randomUUID(), text: value, note: value, items: [item], lines: [item] },
    { ...known, id: randomUUID(), kind: 'denial', reason: value, version: 1, previewToken: value },
  ];
};

test('nothing that is sent to any route is answered with a fault of ours', async () => {
  const routes = [
    ...new Set(
      example.app.routes
        .filter(
          ({ method, path }) =>
            method !== 'ALL' &&
            /^\/(api|documents)\//.test(path) &&
            !/\/(log|events|assist|messages)$|sign-in-links/.test(path),
        )
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ];
  const broken: string[] = [];
  let asked = 0;
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    for (const value of naughty) {
      const typed = encodeURIComponent(
        String(typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value)),
      );
      const paths = [
        path.replace(/:\w+/g, typed === '' ? 'x' : typed),
        path
          .replace(':id', conversation)
          .replace(':caseNumber', 'CASE-1184')
          .replace(':number', 'INV-1003')
          .replace(/:\w+/g, typed),
      ];
      const query = queries.map((name) => `${name}=${typed}`).join('&');
      const searched = /(invoices|explanation|statement|payments|policies|cases|token)$/.test(path)
        ? queries
        : [];
      const tries: [string, Record<string, unknown>?][] =
        method === 'GET'
          ? [
              ...paths.map((one) => `${one}?${query}`),
              ...searched.map((name) => `${paths[1]}?${name}=${typed}`),
            ].map((address): [string] => [address])
          : paths.flatMap((one) =>
              bodiesOf(value).map((body): [string, Record<string, unknown>] => [one, body]),
            );
      for (const [address, body] of tries) {
        const headers = /^\/api\/(rep|proposals|me)/.test(path) ? ada : joris;
        const answer = await example.call(method, address, { ...headers, 'x-redress': '1' }, body);
        asked += 1;
        await answer.body?.cancel();
        if (answer.status >= 500)
          broken.push(`${answer.status} ${method} ${address} ${JSON.stringify(body)?.slice(0, 200)}`);
      }
    }
  }
  expect(asked).toBeGreaterThan(3000);
  expect(broken).toEqual([]);
}, 120_000);
