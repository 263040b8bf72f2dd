import { rolesThatReach, whoseApproval } from '#domain/approval.ts';
import { moneyInWords } from '#domain/in-words.ts';
import type { InvoiceLine } from '#domain/invoice.ts';
import { invoiceStatus } from '#domain/invoice-status.ts';
import { caseClosedMail } from '#domain/mails.ts';
import { decimalFromMinor } from '#domain/money.ts';
import type { Person } from '#domain/person.ts';
import { priceOfOne } from '#domain/pricing.ts';
import { plainDecimal } from '#domain/quantity.ts';
import { type Resolved, resolutionNotes } from '#domain/resolution-notes.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { ledgerSums } from '#storage/billing/ledger.ts';
import type { CaseRecord } from '#storage/cases/cases.ts';
import { customersOf, personById, staff } from '#storage/parties/people.ts';
import { accountOf } from '../account/account-of.ts';
import { type Service, today } from '../service.ts';
import type { Wanted, WorkedOut } from './work-out.ts';

export type Preview = Omit<ProposalView, 'previewToken' | 'version' | 'state' | 'id'>;

/** Everything a person sees before pressing the button: document, recipient, mail, new balance, and whose yes it needs. */
export async function previewOf(
  service: Service,
  record: CaseRecord,
  wanted: Wanted,
  worked: WorkedOut,
  proposer: Person,
): Promise<Preview> {
  const { invoice, credit, order, check, toApprove } = worked;
  const account = await accountOf(service, record.accountId);
  const recipient = await recipientOf(service, record);
  const need = whoseApproval({ ...toApprove, actor: proposer }, service.policy.limits);
  const sums = (await ledgerSums(service.db, [invoice.number])).get(invoice.number);
  const open = invoiceStatus({
    totalMinor: invoice.totalMinor,
    prepaidMinor: invoice.prepaidMinor,
    paidMinor: sums?.paidMinor ?? 0,
    creditedMinor: (sums?.creditedMinor ?? 0) + (credit?.totalMinor ?? 0),
    disputedMinor: 0,
    dueDate: invoice.dueDate,
    today: today(service),
  });
  const decimal = (minor: number) => decimalFromMinor(minor, invoice.currency);
  const approver = need.by === 'manager' ? await approverName(service, worked, proposer) : undefined;
  return {
    caseNumber: record.number,
    kind: wanted.kind,
    account: account.name,
    invoiceNumber: invoice.number,
    currency: invoice.currency,
    lines: linesOf(worked),
    net: decimal(credit?.netMinor ?? 0),
    tax: decimal(credit?.taxMinor ?? 0),
    total: decimal(credit?.totalMinor ?? 0),
    balanceAfter: decimal(open.openMinor),
    reasonCode: record.reasonCode ?? 'OTHER',
    ...(wanted.reason === undefined ? {} : { reason: wanted.reason }),
    ...(order ? { promiseDate: order.promiseDate } : {}),
    recipient: recipient.email,
    mail: closingMail(service, record, wanted, worked, recipient.name),
    verdict: check.verdict,
    approval: {
      by: need.by,
      ...(need.limitMinor === undefined ? {} : { limit: decimal(need.limitMinor) }),
      ...(approver === undefined ? {} : { approver }),
      why: need.why,
    },
    proposedBy: proposer.name,
  };
}

/** The mail of the outcome. Before anything is issued its number is not known yet and stands as "(number)". */
export function closingMail(
  service: Service,
  record: CaseRecord,
  wanted: Wanted,
  worked: WorkedOut,
  name: string,
  issued?: { readonly number: string; readonly documentLink?: string },
): { subject: string; text: string } {
  const unsupported = worked.check.lines.map(
    (line) => `Line ${line.line} (${line.description}): ${line.rule}.`,
  );
  return caseClosedMail({
    name,
    caseNumber: record.number,
    invoiceNumber: worked.invoice.number,
    kind: wanted.kind,
    outcome: resolutionNotes(resolvedWith(wanted, worked, issued?.number ?? '(number)')),
    figures: wanted.kind === 'denial' ? unsupported : figuresOf(worked),
    ...(issued?.documentLink === undefined ? {} : { documentLink: issued.documentLink }),
    link: `${service.publicUrl}/?case=${record.number}`,
    seller: service.policy.seller.name,
  });
}

/** The outcome in the words of the resolution notes. */
export function resolvedWith(wanted: Wanted, worked: WorkedOut, number: string): Resolved {
  const { credit, order, invoice } = worked;
  const lines = linesOf(worked).map(({ line, description, quantity }) => ({ line, description, quantity }));
  return {
    kind: wanted.kind,
    invoiceNumber: invoice.number,
    lines,
    ...(credit
      ? {
          creditNote: {
            number,
            total: decimalFromMinor(credit.totalMinor, credit.currency),
            currency: credit.currency,
          },
        }
      : {}),
    ...(order ? { replacementOrder: { number, promiseDate: order.promiseDate } } : {}),
    ...(wanted.reason === undefined ? {} : { finding: wanted.reason }),
  };
}

/** Who the outcome is told: whoever opened the case, else the account's first contact. */
export async function recipientOf({ db }: Service, record: CaseRecord): Promise<Person> {
  const opener = record.openedBy === undefined ? undefined : await personById(db, record.openedBy);
  const contact = opener ?? (await customersOf(db, record.accountId))[0];
  if (!contact) throw new Error(`Account ${record.accountId} has nobody to write to`);
  return contact;
}

async function approverName(
  service: Service,
  worked: WorkedOut,
  proposer: Person,
): Promise<string | undefined> {
  const { totalMinor, currency } = worked.toApprove;
  const roles = rolesThatReach(totalMinor, currency, service.policy.limits);
  const others = (await staff(service.db)).filter((person) => person.id !== proposer.id);
  return roles.flatMap((role) => others.filter((person) => person.role === role))[0]?.name;
}

function linesOf({ invoice, credit, order }: WorkedOut): ProposalView['lines'] {
  const printed = (number: number | undefined): InvoiceLine | undefined =>
    invoice.lines.find((line) => line.line === number);
  const decimal = (minor: number) => decimalFromMinor(minor, invoice.currency);
  const credited = (credit?.lines ?? []).map((line) => ({
    line: line.invoiceLine ?? 0,
    description: line.description,
    quantity: plainDecimal(line.creditedQuantity.value),
    unitCode: line.creditedQuantity.unitCode,
    unitPrice: priceOfOne(line),
    net: decimal(line.netMinor),
    taxRate: plainDecimal(line.taxRate),
  }));
  const ordered = (order?.lines ?? []).map((line) => ({
    line: line.invoiceLine,
    description: line.description,
    quantity: line.orderedQuantity.value,
    unitCode: line.orderedQuantity.unitCode,
    unitPrice: '0',
    net: decimal(0),
    taxRate: plainDecimal(printed(line.invoiceLine)?.taxRate ?? '0'),
  }));
  return [...credited, ...ordered];
}

function figuresOf(worked: WorkedOut): string[] {
  const { credit, check, invoice } = worked;
  const checked = check.lines.map((line) => `Line ${line.line} (${line.description}): ${line.rule}.`);
  if (!credit) return checked;
  const money = (minor: number) => moneyInWords(minor, invoice.currency);
  return [
    ...checked,
    `Net ${money(credit.netMinor)}, tax ${money(credit.taxMinor)}, total ${money(credit.totalMinor)}.`,
  ];
}
