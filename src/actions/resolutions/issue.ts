import { whoseApproval } from '#domain/approval.ts';
import { decimalFromMinor } from '#domain/money.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { saveCreditNote } from '#storage/billing/credit-notes.ts';
import { addEvent } from '#storage/cases/case-events.ts';
import { type CaseRecord, caseById } from '#storage/cases/cases.ts';
import { changeProposal, type Proposal, proposalById } from '#storage/cases/proposals.ts';
import { saveReplacementOrder } from '#storage/cases/replacement-orders.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import { enqueue, markDone, type OutboxRow } from '#storage/outbox/outbox.ts';
import { drawNumber } from '#storage/outbox/sequences.ts';
import { personById } from '#storage/parties/people.ts';
import { documentLinks } from '../document-links.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { type Service, today } from '../service.ts';
import { closeCase, type People, tellConversation } from './close-case.ts';
import { closingMail, recipientOf } from './preview.ts';
import { wantedOf } from './stored-proposal.ts';
import { creditNow, orderNow, type WorkedOut, workOut } from './work-out.ts';

const firstNumber = { credit_note: 1001, replacement_order: 501, denial: 0 };
/** How long the link to a document in a mail opens it. */
const mailLinkLifetimeMs = 30 * 86_400_000;

/**
 * The end of the hold: the number is drawn, the document issued, the case closed, the mail queued and the outbox row done, all in one
 * unit of work. Run again after a crash it finds the proposal done and changes nothing.
 */
export async function issueResolution(service: Service, row: OutboxRow, proposalId: string): Promise<void> {
  const { db } = service;
  const proposal = await proposalById(db, proposalId);
  const record = proposal && (await caseById(db, proposal.caseId));
  if (!proposal || !record || proposal.state !== 'held') {
    await markDone(db, row.key, service.now());
    return;
  }
  const wanted = wantedOf(proposal);
  const people = {
    proposer: await personOf(service, proposal.proposedBy),
    approver: await personOf(service, proposal.approvedBy),
  };
  const recipient = await recipientOf(service, record);
  // Outside systems are asked before the unit of work; what money is concerned is checked again by the rows' own keys inside it.
  try {
    const worked = await workOut(service, record, wanted);
    assertAsApproved(service, proposal, worked, people.proposer);
    await issueWorkedOut(service, row, proposal, record, worked, recipient, people);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'unreachable') throw error;
    await giveBack(service, row, proposal, error.message);
  }
  service.announce({ queue: true });
  if (record.conversationId !== undefined) service.announce({ conversation: record.conversationId });
}

/** The evidence may have changed since the approval: then the yes was given to something else. */
function assertAsApproved(
  { policy }: Service,
  { preview }: Proposal,
  worked: WorkedOut,
  proposer: Person,
): void {
  const need = whoseApproval({ ...worked.toApprove, actor: proposer }, policy.limits);
  if (worked.check.verdict !== preview.verdict || need.by !== preview.approval.by) {
    throw new Refusal('preview-changed', 'The records changed after the approval.');
  }
}

async function issueWorkedOut(
  service: Service,
  row: OutboxRow,
  proposal: Proposal,
  record: CaseRecord,
  worked: WorkedOut,
  recipient: Person,
  people: People,
): Promise<void> {
  const { db } = service;
  const wanted = wantedOf(proposal);
  await db.write(async () => {
    const held = await proposalById(db, proposal.id);
    const open = await caseById(db, record.id);
    if (
      held?.state !== 'held' ||
      held.version !== proposal.version ||
      !open ||
      !(await markDone(db, row.key, service.now()))
    )
      return;
    const again = await workedAgain(service, open, proposal, worked);
    const number = await issueDocument(service, proposal, again);
    const links = again.credit
      ? documentLinks(service, { kind: 'credit_note', number, account: record.accountId }, mailLinkLifetimeMs)
      : undefined;
    const mail = closingMail(service, record, wanted, again, recipient.name, {
      number,
      ...(links ? { documentLink: links.pdfUrl } : {}),
    });
    await closeCase(service, open, proposal, again, number, people);
    await changeProposal(db, held, { state: 'done', outcomeNumber: number, outcomeAt: service.now() });
    await tellConversation(service, open, proposal, again, { number, ...(links ? { links } : {}) });
    await queueMail(service, {
      key: `case-closed:${proposal.id}`,
      to: recipient.email,
      ...mail,
      caseNumber: record.number,
      link: links?.pdfUrl ?? `${service.publicUrl}/?case=${record.number}`,
    });
    await enqueue(db, {
      key: `index-case:${record.id}`,
      topic: 'index-case',
      payload: { caseId: record.id },
      dueAt: service.now(),
    });
    await appendAudit(db, service.secret, {
      at: service.now(),
      actor: proposal.approvedBy ?? 'unknown',
      action: 'resolution.issued',
      subject: record.number,
      data: { proposal: proposal.id, kind: proposal.kind, number, totalMinor: again.credit?.totalMinor ?? 0 },
    });
  });
}

/**
 * The document as of this very moment, inside the unit of work: two resolutions of one invoice cannot both take its last unit, and
 * what goes out is what was approved to the cent. Anything else is a refusal.
 */
async function workedAgain(
  service: Service,
  record: CaseRecord,
  proposal: Proposal,
  worked: WorkedOut,
): Promise<WorkedOut> {
  if (worked.credit) {
    const credit = await creditNow(service, record, wantedOf(proposal), worked);
    if (decimalFromMinor(credit.totalMinor, credit.currency) !== proposal.preview.total) {
      throw new Refusal('preview-changed', 'The figures changed after the approval.');
    }
    return { ...worked, credit };
  }
  if (worked.order)
    return {
      ...worked,
      order: { ...(await orderNow(service, worked)), promiseDate: worked.order.promiseDate },
    };
  return worked;
}

/** What was approved can no longer be done: nothing is issued, the case stays open, and the team reads why. */
async function giveBack(service: Service, row: OutboxRow, proposal: Proposal, why: string): Promise<void> {
  const { db } = service;
  await db.write(async () => {
    if (!(await markDone(db, row.key, service.now()))) return;
    const back = await changeProposal(db, proposal, {
      state: 'taken_back',
      liveKey: null,
      holdUntil: null,
      note: why,
    });
    if (!back) return;
    await addEvent(db, {
      id: `not-issued:${row.key}`,
      caseId: proposal.caseId,
      at: service.now(),
      kind: 'work_note',
      audience: 'team',
      byName: 'Redress',
      text: `Nothing was issued: ${why} Please propose it again.`,
      data: { proposal: proposal.id },
    });
  });
  service.announce({ queue: true });
}

async function issueDocument(
  service: Service,
  proposal: Proposal,
  { credit, order, invoice }: WorkedOut,
): Promise<string> {
  const { db } = service;
  if (credit) {
    const number = `CN-${await drawNumber(db, 'credit-note', firstNumber.credit_note)}`;
    await saveCreditNote(db, { ...credit, number }, proposal.id);
    return number;
  }
  if (order) {
    const number = `RO-${await drawNumber(db, 'replacement-order', firstNumber.replacement_order)}`;
    await saveReplacementOrder(db, {
      number,
      proposalId: proposal.id,
      caseId: proposal.caseId,
      accountId: order.accountId,
      invoiceNumber: invoice.number,
      issueDate: today(service),
      promiseDate: order.promiseDate,
      lines: order.lines.map((line) => ({
        line: line.invoiceLine,
        itemId: line.itemId,
        description: line.description,
        quantity: line.orderedQuantity.value,
        unitCode: line.orderedQuantity.unitCode,
      })),
    });
    return number;
  }
  return proposal.preview.caseNumber;
}

async function personOf({ db }: Service, id: string | undefined): Promise<Person> {
  const person = id === undefined ? undefined : await personById(db, id);
  if (!person) throw new Error('The person who proposed or approved this is not there');
  return person;
}
