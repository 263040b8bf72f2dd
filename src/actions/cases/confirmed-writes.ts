import { z } from 'zod';
import { disputeReasonCodes } from '#domain/dispute-reason.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import type { CustomerCaseView } from '#domain/views/case-view.ts';
import type { NeedsConfirmation } from '#domain/views/confirmation-view.ts';
import { caseOfRequest } from '#storage/cases/cases.ts';
import { type Confirmation, useConfirmation } from '#storage/conversations/confirmations.ts';
import { appendEntry } from '#storage/conversations/log-entries.ts';
import {
  confirmationOf,
  confirmedBefore,
  type TurnContext,
  withdraw,
} from '../conversations/confirm-write.ts';
import type { Service } from '../service.ts';
import { customerCaseView } from './case-views.ts';
import { addCustomerNote, caseToAddTo } from './customer-cases.ts';
import { type DisputeClaim, draftDispute } from './draft-dispute.ts';
import { openDispute } from './open-dispute.ts';
import { caseOf } from './own-case.ts';

const StoredClaim = z.object({
  invoiceNumber: z.string(),
  reason: z.enum(disputeReasonCodes),
  items: z
    .array(
      z.object({
        line: z.number().int(),
        receivedQuantity: z.string().exactOptional(),
        disputedQuantity: z.string().exactOptional(),
        expectedUnitPrice: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  note: z.string().exactOptional(),
});
const StoredNote = z.object({ caseNumber: z.string(), note: z.string() });

type Who = { readonly accountId: string; readonly person: Person };
export type NoteAdded = { readonly caseNumber: string; readonly added: true };

/** The assistant's way to a dispute: read back first, written only after the customer's yes. */
export async function disputeAfterYes(
  service: Service,
  who: Who,
  turn: TurnContext,
  claim: DisputeClaim,
): Promise<NeedsConfirmation | CustomerCaseView> {
  const draft = await draftDispute(service, who.accountId, claim);
  const input = { ...claim, invoiceNumber: draft.invoice.number };
  const answer = await confirmedBefore(service, turn, { tool: 'open_dispute', input, facts: draft.facts });
  if ('ask' in answer) return { needsConfirmation: true, confirmation: answer.ask };
  return disputeOf(service, who, turn.conversationId, answer.confirmed);
}

/** The assistant's way to a note on a case: read back first, written only after the customer's yes. */
export async function noteAfterYes(
  service: Service,
  who: Who,
  turn: TurnContext,
  { caseNumber, note }: { caseNumber: string; note: string },
): Promise<NeedsConfirmation | NoteAdded> {
  const record = await caseToAddTo(service, who.accountId, caseNumber);
  const input = { caseNumber: record.number, note };
  const facts = { caseNumber: record.number, note, items: [] };
  const answer = await confirmedBefore(service, turn, { tool: 'add_case_note', input, facts });
  if ('ask' in answer) return { needsConfirmation: true, confirmation: answer.ask };
  return noteOf(service, who, answer.confirmed);
}

/** The form's way to a dispute: pressing its button is the yes. The same request again is the same case. */
export async function disputeByForm(
  service: Service,
  who: Who,
  requestId: string,
  claim: DisputeClaim,
): Promise<CustomerCaseView> {
  const known = await caseOfRequest(service.db, requestId);
  if (known?.accountId === who.accountId) return customerCaseView(service, known);
  if (known)
    throw new Refusal('invalid', 'This request was made before. Send it with a new id.', { field: 'id' });
  const draft = await draftDispute(service, who.accountId, claim);
  const record = await openDispute(service, draft, { person: who.person, channel: 'form', requestId });
  return customerCaseView(service, record);
}

/** The button's yes (or no) to a confirmation that was read back; pressing twice gives the same case. */
export async function answerConfirmation(
  service: Service,
  who: Who,
  conversationId: string,
  id: string,
  confirmed: boolean,
): Promise<CustomerCaseView | NoteAdded | { dropped: true }> {
  const confirmation = await confirmationOf(service, conversationId, id);
  if (!confirmed) {
    if (confirmation.state === 'done')
      throw new Refusal('moved-on', 'This was sent already.', { outcome: confirmation.outcome });
    await withdraw(service, conversationId);
    return { dropped: true };
  }
  if (confirmation.tool === 'add_case_note') return noteOf(service, who, confirmation);
  const view = await disputeOf(service, who, conversationId, confirmation);
  await appendEntry(service.db, conversationId, {
    id: `case:${view.caseNumber}`,
    at: service.now(),
    author: 'system',
    audience: 'everyone',
    body: {
      kind: 'card',
      card: { kind: 'case', text: `Case ${view.caseNumber} is open.`, case: { ...view, timeline: [] } },
    },
  });
  service.announce({ conversation: conversationId });
  return view;
}

async function disputeOf(
  service: Service,
  who: Who,
  conversationId: string,
  confirmation: Confirmation,
): Promise<CustomerCaseView> {
  if (confirmation.state === 'done') {
    return customerCaseView(service, await caseOf(service, confirmation.outcome ?? '', who.accountId));
  }
  const draft = await draftDispute(service, who.accountId, StoredClaim.parse(confirmation.input));
  const record = await openDispute(service, draft, {
    person: who.person,
    channel: 'chat',
    requestId: confirmation.id,
    conversationId,
    alongside: (caseNumber) => useConfirmation(service.db, confirmation.id, caseNumber),
  });
  return customerCaseView(service, record);
}

async function noteOf(service: Service, who: Who, confirmation: Confirmation): Promise<NoteAdded> {
  const { caseNumber, note } = StoredNote.parse(confirmation.input);
  const record = await caseToAddTo(service, who.accountId, caseNumber);
  await addCustomerNote(service, record, who.person, {
    id: confirmation.id,
    text: note,
    alongside: () => useConfirmation(service.db, confirmation.id, record.number),
  });
  return { caseNumber: record.number, added: true };
}
