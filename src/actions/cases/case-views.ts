import { claimWindow } from '#domain/claim-window.ts';
import { decimalFromMinor } from '#domain/money.ts';
import { nameOfQueue } from '#domain/policy.ts';
import type { CaseRow, CustomerCaseView, DisputeItemView, RepCaseView } from '#domain/views/case-view.ts';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { eventsOf } from '#storage/cases/case-events.ts';
import { type CaseRecord, type DisputeItemRecord, itemsOf, listCases } from '#storage/cases/cases.ts';
import { proposalsOfCase } from '#storage/cases/proposals.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import { accountById, allAccounts } from '#storage/parties/accounts.ts';
import { personById, staff } from '#storage/parties/people.ts';
import { ifReachable } from '../outside-systems.ts';
import { proposalView } from '../resolutions/proposal-view.ts';
import type { Service } from '../service.ts';
import { issuedFor } from './case-outcome.ts';
import { moodOfConversation, priorityReasons } from './case-priority.ts';
import { customersLanguage } from './customers-language.ts';

/** What the customer may read: nothing private is loaded, so nothing private can show. */
export async function customerCaseView(
  service: Service,
  record: CaseRecord,
  withTimeline = true,
): Promise<CustomerCaseView> {
  const { db } = service;
  const items = await itemsOf(db, [record.id]);
  const events = withTimeline ? await eventsOf(db, record.id, 'everyone') : [];
  const issued = await issuedFor(service, record);
  const language = await customersLanguage(service, record);
  const { currency } = record;
  return {
    caseNumber: record.number,
    caseType: record.caseType,
    state: record.state,
    shortDescription: described(service, record, items, language),
    ...(record.invoiceNumber === undefined ? {} : { invoiceNumber: record.invoiceNumber }),
    ...(record.reasonCode === undefined ? {} : { reasonCode: record.reasonCode }),
    ...(currency === undefined ? {} : { currency }),
    ...(currency === undefined || record.disputedMinor === undefined
      ? {}
      : { disputed: decimalFromMinor(record.disputedMinor, currency) }),
    items: items.map((item) => itemView(item, currency ?? 'EUR')),
    openedAt: record.openedAt.toISOString(),
    ...replyBy(record),
    nextStep: service.records.nextStepOf(record.state, 'customer', language),
    ...(record.resolutionCode === undefined ? {} : { resolutionCode: record.resolutionCode }),
    ...(record.resolutionNotes === undefined ? {} : { resolutionNotes: record.resolutionNotes }),
    ...issued,
    timeline: events.map((event) => ({
      at: event.at.toISOString(),
      kind: event.kind,
      by: event.byName,
      text: event.text,
    })),
  };
}

export async function repCaseView(service: Service, record: CaseRecord): Promise<RepCaseView> {
  const { db } = service;
  const account = await accountById(db, record.accountId);
  const contact = record.openedBy === undefined ? undefined : await personById(db, record.openedBy);
  const assigned = record.assignedTo === undefined ? undefined : await personById(db, record.assignedTo);
  const conversation =
    record.conversationId === undefined ? undefined : await conversationById(db, record.conversationId);
  const events = await eventsOf(db, record.id, 'team');
  const proposals = await proposalsOfCase(db, record.id);
  const others = await listCases(db, { accountId: record.accountId, limit: 11 });
  const pending = proposals.some((proposal) => proposal.state === 'pending_approval');
  const late = await lateClaim(service, record);
  return {
    ...(await customerCaseView(service, record)),
    shortDescription: record.shortDescription,
    nextStep: service.records.nextStepOf(record.state, 'team', service.policy.teamLanguage),
    timeline: events.map((event) => ({
      at: event.at.toISOString(),
      kind: event.kind,
      by: event.byName,
      text: event.text,
    })),
    version: record.version,
    account: {
      id: record.accountId,
      name: account?.name ?? record.accountId,
      keyAccount: account?.keyAccount ?? false,
      inGoodStanding: account?.inGoodStanding ?? true,
    },
    ...(contact ? { contact: { name: contact.name, email: contact.email } } : {}),
    verified: record.openedBy !== undefined,
    priority: record.priority,
    priorityReasons: priorityReasons(events),
    queue: record.queue,
    queueName: nameOfQueue(service.policy, record.queue),
    queueRule: record.queueRule,
    ...(assigned ? { assignedTo: { id: assigned.id, name: assigned.name } } : {}),
    waitingOn: pending ? 'approver' : waitingOn(record),
    ...nextClock(record),
    ...(record.conversationId === undefined ? {} : { conversationId: record.conversationId }),
    ...(conversation ? { conversationState: conversation.state } : {}),
    ...(conversation?.summary ? { summary: conversation.summary } : {}),
    ...(conversation ? { mood: await moodOfConversation(service, conversation) } : {}),
    ...(late === undefined ? {} : { lateClaim: late }),
    proposals: proposals.map(proposalView),
    otherCases: others
      .filter((other) => other.id !== record.id)
      .slice(0, 10)
      .map(({ number, state, shortDescription }) => ({ caseNumber: number, state, shortDescription })),
  };
}

/** The short description in the customer's language; the stored one is the team's, and an imported case keeps its own. */
function described(
  service: Service,
  record: CaseRecord,
  items: readonly DisputeItemRecord[],
  language: string,
): string {
  const { reasonCode, invoiceNumber, currency, channel } = record;
  if (language === service.policy.teamLanguage || reasonCode === undefined || channel === 'import')
    return record.shortDescription;
  const about = { reasonCode, ...(invoiceNumber === undefined ? {} : { invoiceNumber }) };
  return service.records.shortDescriptionOf(
    { ...about, ...(currency === undefined ? {} : { currency }), items },
    language,
  );
}

/** Rows of the queue, in the order given. */
export async function caseRows(service: Service, records: readonly CaseRecord[]): Promise<CaseRow[]> {
  const accounts = new Map((await allAccounts(service.db)).map((account) => [account.id, account.name]));
  const people = new Map((await staff(service.db)).map((person) => [person.id, person.name]));
  return records.map((record) => ({
    caseNumber: record.number,
    account: accounts.get(record.accountId) ?? record.accountId,
    ...(record.invoiceNumber === undefined ? {} : { invoiceNumber: record.invoiceNumber }),
    ...(record.reasonCode === undefined ? {} : { reasonCode: record.reasonCode }),
    state: record.state,
    priority: record.priority,
    shortDescription: record.shortDescription,
    ...(record.currency === undefined || record.disputedMinor === undefined
      ? {}
      : { disputed: decimalFromMinor(record.disputedMinor, record.currency), currency: record.currency }),
    queue: record.queue,
    ...(record.assignedTo === undefined
      ? {}
      : { assignedTo: people.get(record.assignedTo) ?? record.assignedTo }),
    openedAt: record.openedAt.toISOString(),
    ...nextClock(record),
    waitingOn: waitingOn(record),
    ...(record.conversationId === undefined ? {} : { conversationId: record.conversationId }),
  }));
}

function itemView(item: DisputeItemRecord, currency: string): DisputeItemView {
  return {
    line: item.line,
    description: item.description,
    state: item.state,
    reasonCode: item.reasonCode,
    unitCode: item.unitCode,
    invoicedQuantity: item.invoicedQuantity,
    ...(item.claimedQuantity === undefined ? {} : { claimedQuantity: item.claimedQuantity }),
    disputedQuantity: item.disputedQuantity,
    ...(item.approvedQuantity === undefined ? {} : { approvedQuantity: item.approvedQuantity }),
    disputed: decimalFromMinor(item.disputedMinor, currency),
    ...(item.approvedMinor === undefined ? {} : { approved: decimalFromMinor(item.approvedMinor, currency) }),
  };
}

/** A claim after its window is a flag for the rep, with the clause. */
async function lateClaim(service: Service, record: CaseRecord): Promise<string | undefined> {
  const invoice =
    record.invoiceNumber === undefined ? undefined : await invoiceByNumber(service.db, record.invoiceNumber);
  if (!invoice || record.reasonCode === undefined) return undefined;
  const { orderNumber } = invoice;
  const records =
    orderNumber === undefined
      ? undefined
      : await ifReachable(service, () => service.deliveries.ofOrder(orderNumber));
  const deliveredOn = (records?.despatches ?? [])
    .map((despatch) => despatch.signedAt ?? despatch.issueDate)
    .toSorted()
    .at(-1);
  const check = claimWindow(
    {
      reasonCode: record.reasonCode,
      claimedOn: record.openedAt.toISOString(),
      invoicedOn: invoice.issueDate,
      ...(deliveredOn === undefined ? {} : { deliveredOn }),
    },
    service.policy.claimWindows,
  );
  return check?.late
    ? `Claimed after ${check.daysTaken} days; the last day was ${check.lastDay}. ${check.clause}`
    : undefined;
}

const isFinal = (record: CaseRecord) => record.state === 'closed' || record.state === 'cancelled';

function nextClock(record: CaseRecord): { dueAt?: string } {
  if (isFinal(record) || record.pausedAt) return {};
  const due = record.firstReplyAt === undefined ? record.firstReplyDueAt : record.resolutionDueAt;
  return due ? { dueAt: due.toISOString() } : {};
}

const replyBy = (record: CaseRecord): { replyBy?: string } =>
  isFinal(record) || record.firstReplyAt !== undefined || record.firstReplyDueAt === undefined
    ? {}
    : { replyBy: record.firstReplyDueAt.toISOString() };

const waitingOn = (record: CaseRecord): CaseRow['waitingOn'] =>
  isFinal(record) ? 'nobody' : record.state === 'awaiting_info' ? 'customer' : 'us';
