import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerWindow } from '#desks/customer-window.ts';
import type { Redress } from '#main';
import { businessRecords } from './business-records.ts';
import { clockAt } from './clock.ts';
import { customerCalled } from './people.ts';
import { recordChanges } from './record-changes.ts';
import { buildWorld, startsAt, type World } from './world.ts';
import { changeWorld } from './world-changes.ts';

let world: World;
let redress: Redress;
beforeAll(async () => {
  world = await buildWorld({});
  redress = await world.open({ name: 'changes', clock: clockAt(startsAt), log: pino({ level: 'silent' }) });
}, 120_000);
afterAll(async () => {
  await redress.close();
  await world.close();
});

describe('a sentence that cannot be followed says what could have been meant', () => {
  test.each([
    ['invoice INV-2418 line 2: billed 3', 'The demo world has no invoice INV-2418. Did you mean INV-20418?'],
    ['invoice INV-20418 line 9: billed 3', 'INV-20418 has no line 9; it has 1, 2, 3.'],
    ['delivery DN-7742 line 1: delivered 3', 'The demo world has no delivery DN-7742. Did you mean DN-77'],
    ['delivery DN-7741 lost 3', 'Did you mean something like "delivery DN-7729 line 2: delivered 8"?'],
    ['Dana Elis disputes INV-20418 line 2 for SHORT_DELIVERY: received 100', 'Did you mean Dana Ellis?'],
    ['Dana Ellis disputes INV-20418 line 2 for SHORT_DELIVRY: received 100', 'Did you mean SHORT_DELIVERY?'],
    ['Sam Ortiz disputes INV-20418 for DUPLICATE_INVOICE', 'Sam Ortiz is not a customer.'],
  ])('%s', async (sentence, message) => {
    await expect(changeWorld(redress, [sentence])).rejects.toThrow(message);
  });
});

test('another price moves the sums of line and invoice with it', async () => {
  await changeWorld(redress, ['invoice INV-1003 line 2: billed 12, unit price 40.00 EUR']);
  const joris = customerWindow(redress.service, await customerCalled(redress, 'Joris de Wit'));
  const invoice = await joris.readInvoice('INV-1003');
  expect(invoice.lines[1]).toMatchObject({ quantity: '12', unitPrice: '40.00', net: '480.00' });
  expect(invoice).toMatchObject({ net: '996.00', tax: '209.16', total: '1205.16' });
});

test('a change of a book that nobody may touch is told as such', async () => {
  const before = await businessRecords(redress.db);
  await changeWorld(redress, ['delivery DN-7741 line 1: delivered 90']);
  expect(recordChanges(before, await businessRecords(redress.db))).toEqual([
    { kind: 'other change', facts: { record: 'delivery line', number: 'DN-7741 line 1' } },
  ]);
});
