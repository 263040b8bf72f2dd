import { and, eq } from 'drizzle-orm';
import { nearestName } from '#connectors/documents/csv/nearest-name.ts';
import { customerWindow } from '#desks/customer-window.ts';
import { repWindow } from '#desks/rep-window.ts';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import { netAt } from '#domain/pricing.ts';
import { taxTotal } from '#domain/tax.ts';
import type { Redress } from '#main';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { FaultyScenario } from './faulty-scenario.ts';
import { customerCalled, isStaffName, staffCalled } from './people.ts';

type Change = (redress: Redress, found: Readonly<Record<string, string>>, sentence: string) => Promise<void>;

/** What a world's `change:` lines may say. */
const changes: readonly { readonly pattern: RegExp; readonly example: string; readonly apply: Change }[] = [
  {
    pattern:
      /^invoice (?<number>\S+) line (?<line>\d+): billed (?<quantity>[\d.]+)(?:, unit price (?<price>[\d.]+)(?: [A-Z]{3})?)?$/,
    example: 'invoice INV-1003 line 2: billed 12, unit price 40.00 EUR',
    apply: (redress, { number = '', line, quantity = '', price }) =>
      billed(redress, number, Number(line), quantity, price),
  },
  {
    pattern: /^invoice (?<number>\S+) line (?<line>\d+) (?<what>text|note): (?<text>.+)$/s,
    example: 'invoice INV-1003 line 2 note: "…"',
    apply: async ({ db }, { number = '', line, what, text = '' }) => {
      const { invoiceLines } = db.t;
      const at = and(eq(invoiceLines.invoiceNumber, number), eq(invoiceLines.line, Number(line)));
      await needed(db.read.$count(invoiceLines, at), `There is no line ${line} on ${number}.`);
      await db.write((tx) =>
        tx
          .update(invoiceLines)
          .set(what === 'text' ? { description: text } : { note: text })
          .where(at),
      );
    },
  },
  {
    pattern: /^invoice (?<number>\S+) note: (?<text>.+)$/s,
    example: 'invoice INV-1003 note: "…"',
    apply: async (redress, { number = '', text = '' }) => {
      const { db } = redress;
      await invoiceCalled(redress, number);
      await db.write((tx) =>
        tx.update(db.t.invoices).set({ note: text }).where(eq(db.t.invoices.number, number)),
      );
    },
  },
  {
    pattern: /^delivery (?<number>\S+) line (?<line>\d+): delivered (?<quantity>[\d.]+)$/,
    example: 'delivery DN-7729 line 2: delivered 8',
    apply: async (redress, { number = '', line, quantity = '' }) => {
      const { db } = redress;
      const { despatchLines } = db.t;
      await deliveryCalled(redress, number);
      const at = and(eq(despatchLines.despatchNumber, number), eq(despatchLines.line, Number(line)));
      await needed(db.read.$count(despatchLines, at), `Delivery ${number} has no line ${line}.`);
      await db.write((tx) => tx.update(despatchLines).set({ quantity }).where(at));
    },
  },
  {
    pattern: /^delivery (?<number>\S+) remark: (?<text>.+)$/s,
    example: 'delivery DN-7729 remark: "…"',
    apply: async (redress, { number = '', text = '' }) => {
      const { db } = redress;
      const { despatches, despatchLines } = db.t;
      await deliveryCalled(redress, number);
      await db.write(async (tx) => {
        await tx.update(despatches).set({ signedBy: text }).where(eq(despatches.number, number));
        await tx
          .update(despatchLines)
          .set({ backorderReason: text })
          .where(eq(despatchLines.despatchNumber, number));
      });
    },
  },
  {
    pattern: /^case (?<number>\S+) notes: (?<text>.+)$/s,
    example: 'case CASE-1042 notes: "…"',
    apply: async ({ db }, { number = '', text = '' }) => {
      const { cases } = db.t;
      const numbers = (await db.read.select({ number: cases.number }).from(cases)).map((one) => one.number);
      if (!numbers.includes(number)) throw unknown('case', number, numbers);
      await db.write((tx) => tx.update(cases).set({ resolutionNotes: text }).where(eq(cases.number, number)));
    },
  },
  {
    pattern: /^customer (?<name>.+) is called (?<text>.+)$/s,
    example: 'customer Oakmere Supplies is called "…"',
    apply: async ({ db }, { name = '', text = '' }) => {
      const { accounts } = db.t;
      const names = (await db.read.select({ name: accounts.name }).from(accounts)).map((one) => one.name);
      if (!names.includes(name)) throw unknown('customer', name, names);
      await db.write((tx) => tx.update(accounts).set({ name: text }).where(eq(accounts.name, name)));
    },
  },
  {
    pattern:
      /^(?<name>.+) disputes (?<number>\S+) line (?<line>\d+) for (?<reason>[A-Z_]+): (?<what>received|disputes|expected price) (?<value>[\d.]+)(?:, saying (?<note>.+))?$/s,
    example: 'Dana Ellis disputes INV-20418 line 2 for SHORT_DELIVERY: received 100',
    apply: disputed,
  },
  {
    pattern: /^(?<name>.+) disputes (?<number>\S+) for (?<reason>[A-Z_]+)(?:: saying (?<note>.+))?$/s,
    example: 'Callum Reid disputes INV-20301 for DUPLICATE_INVOICE',
    apply: disputed,
  },
  {
    pattern: /^(?<name>.+) is (?<state>available|busy|away|offline)$/,
    example: 'Sam Ortiz is available',
    apply: async (redress, { name = '', state }) => {
      const rep = await staffCalled(redress, name);
      const known = (['available', 'busy', 'away', 'offline'] as const).find((one) => one === state);
      await repWindow(redress.service, rep).setPresence(known ?? 'offline');
    },
  },
];

/** Said of the world and not of a record: the assembly takes care of it. */
export const deliveriesAreDown = 'the delivery records cannot be reached';

/** Makes the changes a scenario asks for, in order. Throws FaultyScenario with the sentence that is not understood. */
export async function changeWorld(redress: Redress, sentences: readonly string[]): Promise<void> {
  for (const sentence of sentences) {
    if (sentence === deliveriesAreDown) continue;
    const [known] = changes.flatMap(({ pattern, apply }) => {
      const found = pattern.exec(sentence);
      return found ? [{ apply, found: given(found.groups ?? {}) }] : [];
    });
    if (!known) throw notUnderstood(sentence);
    await known.apply(redress, known.found, sentence);
  }
}

const given = (groups: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, text]) => (text === undefined ? [] : [[name, unquoted(text)]])),
  );
const unquoted = (text: string) => text.trim().replace(/^["“](.*)["”]$/s, '$1');

function notUnderstood(sentence: string): FaultyScenario {
  const examples = [...changes.map((change) => change.example), deliveriesAreDown];
  const start = sentence.split(' ').slice(0, 2).join(' ');
  const near = nearestName(start.split(' ')[0] ?? '', ['invoice', 'delivery', 'case', 'customer']);
  const hint = examples.find((example) => near !== undefined && example.startsWith(near)) ?? examples[0];
  return new FaultyScenario(
    `change: "${sentence}" is not understood. Did you mean something like "${hint}"? All that can be changed:\n${examples.map((example) => `  - ${example}`).join('\n')}`,
  );
}

const unknown = (what: string, name: string, known: readonly string[]): FaultyScenario => {
  const near = nearestName(name, known);
  return new FaultyScenario(
    `The demo world has no ${what} ${name}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
};

async function needed(count: Promise<number>, otherwise: string): Promise<void> {
  if ((await count) === 0) throw new FaultyScenario(otherwise);
}

async function invoiceCalled({ db }: Redress, number: string) {
  const found = await invoiceByNumber(db, number);
  if (found) return found;
  const rows = await db.read.select({ number: db.t.invoices.number }).from(db.t.invoices);
  throw unknown(
    'invoice',
    number,
    rows.map((row) => row.number),
  );
}

async function deliveryCalled({ db }: Redress, number: string): Promise<void> {
  const rows = await db.read.select({ number: db.t.despatches.number }).from(db.t.despatches);
  const numbers = rows.map((row) => row.number);
  if (!numbers.includes(number)) throw unknown('delivery', number, numbers);
}

/** Another quantity or price, with the sums of line and invoice that follow from it. */
async function billed(
  redress: Redress,
  number: string,
  line: number,
  quantity: string,
  price?: string,
): Promise<void> {
  const invoice = await invoiceCalled(redress, number);
  if (!invoice.lines.some((one) => one.line === line))
    throw new FaultyScenario(
      `${number} has no line ${line}; it has ${invoice.lines.map((one) => one.line).join(', ')}.`,
    );
  const lines = invoice.lines.map((one) => {
    if (one.line !== line) return one;
    const priced = { ...one, unitPrice: price ?? one.unitPrice };
    return { ...priced, netMinor: netAt(priced, quantity, invoice.currency) };
  });
  const netMinor = lines.reduce((sum, one) => sum + one.netMinor, 0);
  const { taxMinor } = taxTotal(lines, invoice.currency);
  const changed = lines.find((one) => one.line === line);
  const { db } = redress;
  await db.write(async (tx) => {
    await tx
      .update(db.t.invoiceLines)
      .set({ quantity, unitPrice: changed?.unitPrice ?? '0', netMinor: changed?.netMinor ?? 0 })
      .where(and(eq(db.t.invoiceLines.invoiceNumber, number), eq(db.t.invoiceLines.line, line)));
    await tx
      .update(db.t.invoices)
      .set({ netMinor, taxMinor, totalMinor: netMinor + taxMinor })
      .where(eq(db.t.invoices.number, number));
  });
}

/** Opens a case as the customer would by the form. */
async function disputed(redress: Redress, found: Readonly<Record<string, string>>): Promise<void> {
  const { name = '', number = '', line, what, value = '', note } = found;
  const reason = disputeReasonCodes.find((code) => code === found.reason);
  if (!reason) throw unknown('reason', found.reason ?? '', disputeReasonCodes);
  if (await isStaffName(redress, name)) throw new FaultyScenario(`${name} is not a customer.`);
  const window = customerWindow(redress.service, await customerCalled(redress, name));
  const claimed =
    what === 'received'
      ? { receivedQuantity: value }
      : what === 'disputes'
        ? { disputedQuantity: value }
        : { expectedUnitPrice: value };
  await window.openDispute(redress.service.newId(), {
    invoiceNumber: number,
    reason,
    ...(line === undefined ? {} : { items: [{ line: Number(line), ...claimed }] }),
    ...(note === undefined ? {} : { note }),
  });
}
