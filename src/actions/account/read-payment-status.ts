import { decimalFromMinor, roundToMinor } from '#domain/money.ts';
import type { Payment } from '#domain/payment.ts';
import type { PaymentStatusView } from '#domain/views/account-view.ts';
import { paymentsOf } from '#storage/billing/payments.ts';
import { invoiceView } from '../invoices/invoice-views.ts';
import { ownInvoice } from '../invoices/own-invoice.ts';
import type { Service } from '../service.ts';
import { accountOf } from './account-of.ts';

/** The question "was it paid": about an invoice, or a payment of an amount (decimal string) or day (ISO). */
export type PaymentQuestion = {
  readonly invoiceNumber?: string;
  readonly amount?: string;
  readonly paidOn?: string;
};

/** Payments that fit, newest first, each with the invoices it was applied to and what is left of it. */
export async function readPaymentStatus(
  service: Service,
  accountId: string,
  question: PaymentQuestion,
): Promise<PaymentStatusView> {
  const account = await accountOf(service, accountId);
  const invoice =
    question.invoiceNumber === undefined
      ? undefined
      : await invoiceView(service, await ownInvoice(service, accountId, question.invoiceNumber));
  const payments = (await paymentsOf(service.db, accountId, invoice?.number)).filter((payment) =>
    fits(payment, question),
  );
  return {
    currency: invoice?.currency ?? account.currency,
    ...(invoice
      ? {
          invoice: {
            number: invoice.number,
            dueDate: invoice.dueDate,
            total: invoice.total,
            paid: invoice.paid,
            credited: invoice.credited,
            open: invoice.open,
            status: invoice.status,
          },
        }
      : {}),
    payments: payments.slice(0, 10).map((payment) => {
      const applied = payment.allocations.reduce((sum, part) => sum + part.amountMinor, 0);
      const decimal = (minor: number) => decimalFromMinor(minor, payment.currency);
      return {
        number: payment.number,
        receivedOn: payment.receivedOn,
        amount: decimal(payment.amountMinor),
        ...(payment.reference === undefined ? {} : { reference: payment.reference }),
        appliedTo: payment.allocations.map((part) => ({
          invoiceNumber: part.invoiceNumber,
          amount: decimal(part.amountMinor),
        })),
        unapplied: decimal(payment.amountMinor - applied),
      };
    }),
  };
}

/** Amounts fit within one unit of the currency; days within three, because banks take their time. */
function fits(payment: Payment, { amount, paidOn }: PaymentQuestion): boolean {
  if (amount !== undefined) {
    const off = Math.abs(payment.amountMinor - roundToMinor(amount, payment.currency));
    if (off >= roundToMinor('1', payment.currency)) return false;
  }
  if (paidOn === undefined) return true;
  const days = Math.abs(Date.parse(payment.receivedOn) - Date.parse(paidOn)) / 86_400_000;
  return days <= 3;
}
