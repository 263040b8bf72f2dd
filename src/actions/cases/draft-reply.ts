import type { Person } from '#domain/person.ts';
import { draftReplyFrom, type ReplyDraft } from '#domain/reply-draft.ts';
import type { CaseRecord } from '#storage/cases/cases.ts';
import { proposalsOfCase } from '#storage/cases/proposals.ts';
import { conversationById } from '#storage/conversations/conversations.ts';
import { recipientOf } from '../resolutions/preview.ts';
import type { Service } from '../service.ts';
import { checkCase } from './check-claim.ts';

/** A draft from what the records say now, in the customer's language. Nothing is sent. */
export async function draftReply(service: Service, record: CaseRecord, rep: Person): Promise<ReplyDraft> {
  const { db } = service;
  const recipient = await recipientOf(service, record);
  const conversation =
    record.conversationId === undefined ? undefined : await conversationById(db, record.conversationId);
  const facts = {
    customerName: recipient.name,
    repName: rep.name,
    caseNumber: record.number,
    language: conversation?.language ?? recipient.language,
  };
  if (record.state === 'closed' && record.resolutionNotes !== undefined) {
    return draftReplyFrom({ ...facts, outcome: { notes: record.resolutionNotes } });
  }
  if (record.invoiceNumber === undefined) return draftReplyFrom(facts);
  const check = await checkCase(service, record);
  const [newest] = (await proposalsOfCase(db, record.id)).filter((one) =>
    ['open', 'pending_approval', 'held'].includes(one.state),
  );
  return draftReplyFrom({
    ...facts,
    check: {
      verdict: check.verdict,
      invoiceNumber: record.invoiceNumber,
      lines: check.lines.map(({ price: _, missing, sources, ...line }) => ({
        ...line,
        missing: [...missing],
        sources: [...sources],
      })),
    },
    ...(newest
      ? {
          proposal: {
            kind: newest.kind,
            total: newest.preview.total,
            currency: newest.preview.currency,
            ...(newest.preview.promiseDate === undefined ? {} : { promiseDate: newest.preview.promiseDate }),
          },
        }
      : {}),
  });
}
