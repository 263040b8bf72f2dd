import { priorityWords } from '#domain/case.ts';
import { disputedLineInWords, moneyInWords, timeInWords } from '#domain/in-words.ts';
import { caseOpenedMail } from '#domain/mails.ts';
import type { Person } from '#domain/person.ts';
import { nameOfQueue } from '#domain/policy.ts';
import { routeCase } from '#domain/routing.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import { type CaseRecord, caseByNumber, caseOfRequest, insertCase } from '#storage/cases/cases.ts';
import { changeConversation } from '#storage/conversations/conversations.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import { drawNumber } from '#storage/outbox/sequences.ts';
import { accountOf } from '../account/account-of.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Service } from '../service.ts';
import { startedClocks } from './case-clock.ts';
import { urgencyOf } from './case-priority.ts';
import type { DisputeDraft } from './draft-dispute.ts';

/** The first case number a new deployment gives. */
const firstCaseNumber = 1001;

/** Who opens a case, how, and the id that makes a retry the same request. */
export type OpeningRequest = {
  readonly person: Person;
  readonly channel: 'chat' | 'form';
  readonly requestId: string;
  readonly conversationId?: string;
  /** Runs in the same unit of work, such as using the confirmation up; false: somebody else did, so nothing is opened. */
  readonly alongside?: (caseNumber: string) => Promise<boolean>;
};

/** Opens a case with its dispute, timeline, audit row and mail in one step, or nothing. The same request gives the same case. */
export async function openDispute(
  service: Service,
  draft: DisputeDraft,
  request: OpeningRequest,
): Promise<CaseRecord> {
  const { db, policy } = service;
  const { invoice, items, totalMinor, reason } = draft;
  const known = await caseOfRequest(db, request.requestId);
  if (known) return known;
  const account = await accountOf(service, invoice.accountId);
  const now = service.now();
  const { priority, reasons } = await urgencyOf(service, {
    account,
    invoice,
    totalMinor,
    ...(request.conversationId === undefined ? {} : { conversationId: request.conversationId }),
  });
  const { queue, rule } = routeCase(
    {
      caseType: 'dispute',
      reasonCode: reason,
      totalMinor,
      currency: invoice.currency,
      keyAccount: account.keyAccount,
      language: account.language,
      ...(account.billTo.countryCode === undefined ? {} : { countryCode: account.billTo.countryCode }),
    },
    { rules: policy.routing, defaultQueue: policy.defaultQueue },
  );
  const clocks = startedClocks(service, priority);
  const id = service.newId();
  const understood = items.map((item) => disputedLineInWords(item, invoice.number));
  const opened = await db.write(async () => {
    const number = `CASE-${await drawNumber(db, 'case', firstCaseNumber)}`;
    if (request.alongside && !(await request.alongside(number))) return undefined;
    await insertCase(
      db,
      {
        id,
        number,
        accountId: invoice.accountId,
        caseType: 'dispute',
        state: 'new',
        version: 1,
        shortDescription: service.records.shortDescriptionOf(
          { reasonCode: reason, invoiceNumber: invoice.number, currency: invoice.currency, items },
          policy.teamLanguage,
        ),
        invoiceNumber: invoice.number,
        reasonCode: reason,
        currency: invoice.currency,
        disputedMinor: totalMinor,
        priority,
        queue,
        queueRule: rule,
        channel: request.channel,
        conversationId: request.conversationId ?? null,
        openedBy: request.person.id,
        openedAt: now,
        ...clocks,
        policyVersion: policy.version,
        requestId: request.requestId,
      },
      items.map(({ netMinor: _, unitPrice: _price, ...item }) => ({
        ...item,
        caseId: id,
        invoiceNumber: invoice.number,
        state: 'new',
        reasonCode: reason,
      })),
    );
    const event = { caseId: id, at: now, byName: request.person.name, byPerson: request.person.id };
    await addEvent(db, {
      ...event,
      id: service.newId(),
      kind: 'opened',
      audience: 'everyone',
      text: `Opened: ${understood.join(' ')}${draft.note === undefined ? '' : ` In the customer's words: “${draft.note}”`}`,
      data: {},
    });
    await addEvent(db, {
      ...event,
      id: service.newId(),
      byName: 'Redress',
      kind: 'work_note',
      audience: 'team',
      text: `Queue ${nameOfQueue(policy, queue)} (${rule}). Priority ${priorityWords[priority]}${reasons.length > 0 ? `: ${reasons.join(', ')}` : ''}.`,
      data: { priorityReasons: reasons },
    });
    if (request.conversationId !== undefined)
      await changeConversation(db, request.conversationId, { caseId: id });
    await appendAudit(db, service.secret, {
      at: now,
      actor: request.person.id,
      action: 'case.opened',
      subject: number,
      data: {
        invoice: invoice.number,
        reason,
        disputedMinor: totalMinor,
        currency: invoice.currency,
        policy: policy.version,
      },
    });
    await queueMail(service, {
      key: `case-opened:${number}`,
      to: request.person.email,
      ...caseOpenedMail({
        name: request.person.name,
        caseNumber: number,
        invoiceNumber: invoice.number,
        reason,
        understood,
        total: moneyInWords(totalMinor, invoice.currency),
        replyBy: timeInWords(clocks.firstReplyDueAt, account.timeZone),
        link: `${service.publicUrl}/?case=${number}`,
        seller: policy.seller.name,
      }),
      caseNumber: number,
    });
    return number;
  });
  service.announce({ queue: true });
  const record =
    opened === undefined ? await caseOfRequest(db, request.requestId) : await caseByNumber(db, opened);
  if (!record) throw new Error('The case that was just opened is not there');
  return record;
}
