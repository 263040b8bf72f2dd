import { afterAll, beforeAll, expect, test } from 'vitest';
import { OutsideSystemError } from '#connectors/outside-system-error.ts';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { temporarySqlite } from '#storage/every-engine.ts';
import { type ExampleService, exampleService } from '../example-service.ts';
import { explainLine } from './invoices/explain-line.ts';

let opened: Awaited<ReturnType<typeof temporarySqlite>>;
let service: ExampleService;
beforeAll(async () => {
  opened = await temporarySqlite();
  service = await exampleService(opened.database);
});
afterAll(() => opened.remove());

const failing = (error: Error) => ({ ...service, deliveries: { ofOrder: () => Promise.reject(error) } });
const explained = async (over: ExampleService) => {
  const invoice = await invoiceByNumber(service.db, 'INV-20418');
  if (!invoice) throw new Error('no invoice');
  return explainLine(over, invoice, 2);
};

test('delivery records that cannot be reached are named in words, and no figure is invented', async () => {
  const down = failing(new OutsideSystemError('deliveries', 'timed out', { retryable: true }));
  await expect(explained(down)).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining("couldn't reach the delivery records"),
  });
});

test('what is broken on our side is not passed off as an outside system', async () => {
  await expect(explained(failing(new TypeError('a bug')))).rejects.toThrow(TypeError);
});
