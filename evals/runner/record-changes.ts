import { decimalFromMinor } from '#domain/money.ts';
import type { BusinessRecords } from './business-records.ts';
import type { ChangeKind } from './scenario.ts';

export type Fact = string | Readonly<Record<string, string>>;

/** One thing that differs between two states of the records, told in the words scenarios use. */
export type RecordChange = { readonly kind: ChangeKind; readonly facts: Readonly<Record<string, Fact>> };

/** What differs. Sums are "51.43 EUR", quantities decimal strings. */
export function recordChanges(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  return [
    ...newCases(before, after),
    ...changedCases(before, after),
    ...newNotes(before, after),
    ...proposals(before, after),
    ...creditNotes(before, after),
    ...replacementOrders(before, after),
    ...mails(before, after),
    ...tampered(before, after),
  ];
}

type Case = BusinessRecords['cases'][number];

const money = (minor: number | null, currency: string | null): string =>
  minor === null || currency === null ? '' : `${decimalFromMinor(minor, currency)} ${currency}`;

/** Facts without those that are empty. */
const given = (facts: Readonly<Record<string, Fact | null | undefined>>): Record<string, Fact> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) =>
      fact === null || fact === undefined || fact === '' ? [] : [[name, fact]],
    ),
  );

function newCases(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  const known = new Set(before.cases.map((one) => one.id));
  return after.cases
    .filter((one) => !known.has(one.id))
    .map((one) => ({ kind: 'new case', facts: { ...caseFacts(one, after), ...itemFacts(one, after) } }));
}

const caseFacts = (one: Case, { people }: BusinessRecords) =>
  given({
    case: one.number,
    account: one.accountId,
    type: one.caseType,
    invoice: one.invoiceNumber,
    reason: one.reasonCode,
    state: one.state,
    queue: one.queue,
    priority: String(one.priority),
    amount: money(one.disputedMinor, one.currency),
    approved: money(one.approvedMinor, one.currency),
    resolution: one.resolutionCode,
    'resolution notes': one.resolutionNotes,
    'assigned to': people.find((person) => person.id === one.assignedTo)?.name,
    'opened by': people.find((person) => person.id === one.openedBy)?.name,
    channel: one.channel,
  });

/** One disputed line is told by itself, several as line: quantity in dispute. */
function itemFacts(one: Case, records: BusinessRecords): Record<string, Fact> {
  const items = records.items.filter((item) => item.caseId === one.id);
  const [item] = items;
  const single =
    item && items.length === 1
      ? given({
          line: String(item.line),
          claimed: item.claimedQuantity,
          disputed: item.disputedQuantity,
          'expected price': item.expectedUnitPrice,
        })
      : {};
  return {
    ...single,
    lines: Object.fromEntries(items.map((each) => [String(each.line), each.disputedQuantity])),
  };
}

function changedCases(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  return after.cases.flatMap((one): RecordChange[] => {
    const old = before.cases.find((other) => other.id === one.id);
    if (!old) return [];
    const was: Record<string, Fact> = { ...caseFacts(old, before), ...itemFacts(old, before) };
    const is: Record<string, Fact> = { ...caseFacts(one, after), ...itemFacts(one, after) };
    const changed = Object.entries(is).filter(
      ([name, fact]) => JSON.stringify(was[name]) !== JSON.stringify(fact),
    );
    const invoice: Record<string, Fact> = one.invoiceNumber === null ? {} : { invoice: one.invoiceNumber };
    return changed.length === 0
      ? []
      : [{ kind: 'changed case', facts: { case: one.number, ...invoice, ...Object.fromEntries(changed) } }];
  });
}

function newNotes(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  const known = new Set(before.events.map((event) => event.id));
  return after.events
    .filter((event) => event.kind === 'comment' && !known.has(event.id))
    .map((event) => ({
      kind: 'new note',
      facts: given({
        case: after.cases.find((one) => one.id === event.caseId)?.number,
        by: event.byName,
        text: event.text,
      }),
    }));
}

function proposals(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  return after.proposals.flatMap((one): RecordChange[] => {
    const old = before.proposals.find((other) => other.id === one.id);
    if (old?.state === one.state) return [];
    const { preview } = one;
    const facts = given({
      case: preview.caseNumber,
      kind: one.kind,
      state: one.state,
      lines: Object.fromEntries(one.lines.map(({ line, quantity }) => [String(line), quantity])),
      net: `${preview.net} ${preview.currency}`,
      tax: `${preview.tax} ${preview.currency}`,
      total: `${preview.total} ${preview.currency}`,
      'approval by': preview.approval.by,
      'approved by': after.people.find((person) => person.id === one.approvedBy)?.name,
      reason: one.reason,
    });
    return [{ kind: old ? 'changed proposal' : 'new proposal', facts }];
  });
}

function creditNotes(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  const known = new Set(before.creditNotes.map((note) => note.number));
  return after.creditNotes
    .filter((note) => !known.has(note.number))
    .map((note) => ({
      kind: 'new credit note',
      facts: given({
        number: note.number,
        invoice: note.invoiceNumber,
        net: money(note.netMinor, note.currency),
        tax: money(note.taxMinor, note.currency),
        total: money(note.totalMinor, note.currency),
        reason: note.reasonCode,
        lines: Object.fromEntries(
          after.creditNoteLines
            .filter((line) => line.creditNoteNumber === note.number)
            .map((line) => [String(line.invoiceLine ?? line.line), line.quantity]),
        ),
      }),
    }));
}

function replacementOrders(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  const known = new Set(before.replacementOrders.map((order) => order.number));
  return after.replacementOrders
    .filter((order) => !known.has(order.number))
    .map((order) => ({
      kind: 'new replacement order',
      facts: given({
        number: order.number,
        invoice: order.invoiceNumber,
        'promise date': order.promiseDate,
        lines: Object.fromEntries(order.lines.map(({ line, quantity }) => [String(line), quantity])),
      }),
    }));
}

function mails(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  const known = new Set(before.mails.map((mail) => mail.key));
  return after.mails
    .filter((mail) => !known.has(mail.key))
    .map((mail) => ({
      kind: 'new mail',
      facts: given({ to: mail.recipient, subject: mail.subject, text: mail.text, case: mail.caseNumber }),
    }));
}

/** Records nobody may change in a conversation, and anything that was removed. */
function tampered(before: BusinessRecords, after: BusinessRecords): RecordChange[] {
  const was = new Map(Object.entries(before.untouchable));
  const books = Object.entries(after.untouchable).flatMap(([record, rows]) => {
    const old = was.get(record);
    const numbers = new Set([...rows.keys(), ...(old?.keys() ?? [])]);
    return [...numbers]
      .filter((number) => rows.get(number) !== old?.get(number))
      .map((number): RecordChange => ({ kind: 'other change', facts: { record, number } }));
  });
  const removed = [
    ...before.cases
      .filter((old) => !after.cases.some((one) => one.id === old.id))
      .map((old) => ['case', old.number]),
    ...before.creditNotes
      .filter(
        (old) =>
          JSON.stringify(old) !== JSON.stringify(after.creditNotes.find((one) => one.number === old.number)),
      )
      .map((old) => ['credit note', old.number]),
  ];
  return [
    ...books,
    ...removed.map(
      ([record = '', number = '']): RecordChange => ({ kind: 'other change', facts: { record, number } }),
    ),
  ];
}
