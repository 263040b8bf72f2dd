import type { Person } from '#domain/person.ts';
import type { ReplyDraft, ReplyFacts } from '#domain/record-writer.ts';
import type { CaseRecord } from '#storage/cases/cases.ts';
import { proposalsOfCase } from '#storage/cases/proposals.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import { entriesAfter } from '#storage/conversations/log-entries.ts';
import { recipientOf } from '../resolutions/preview.ts';
import type { Service } from '../service.ts';
import { outcomeOfCase } from './case-outcome.ts';
import { checkCase } from './check-claim.ts';
import { customersLanguage } from './customers-language.ts';

/** A draft from what the records say now, in the customer's language. Nothing is sent. */
export async function draftReply(service: Service, record: CaseRecord, rep: Person): Promise<ReplyDraft> {
  const { db } = service;
  const conversation =
    record.conversationId === undefined ? undefined : await conversationById(db, record.conversationId);
  const outcome = await outcomeOfCase(service, record);
  return service.records.replyDraftOf({
    customerName: (await recipientOf(service, record)).name,
    repName: rep.name,
    caseNumber: record.number,
    language: await customersLanguage(service, record),
    teamLanguage: service.policy.teamLanguage,
    entries: conversation ? await entriesAfter(db, conversation.id, conversation.contextFrom) : [],
    ...(outcome ? { outcome } : await stateOf(service, record)),
  });
}

/** What an open case's records show, and what is prepared for it. */
async function stateOf(
  service: Service,
  record: CaseRecord,
): Promise<Pick<ReplyFacts, 'check' | 'proposal'>> {
  const { invoiceNumber, reasonCode } = record;
  if (invoiceNumber === undefined || reasonCode === undefined) return {};
  const { verdict, lines } = await checkCase(service, record);
  const prepared = (await proposalsOfCase(service.db, record.id)).find(({ state }) =>
    ['open', 'pending_approval', 'held', 'executing'].includes(state),
  );
  if (!prepared) return { check: { verdict, reasonCode, invoiceNumber, lines } };
  const { total, currency, promiseDate } = prepared.preview;
  const proposal = {
    kind: prepared.kind,
    isApproved: prepared.state === 'held' || prepared.state === 'executing',
    total,
    currency,
    ...(promiseDate === undefined ? {} : { promiseDate }),
  };
  return { check: { verdict, reasonCode, invoiceNumber, lines }, proposal };
}
