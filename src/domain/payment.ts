/** Money received, and the invoices it was applied to. Minor units of `currency`. */
export type Payment = {
  readonly number: string;
  readonly accountId: string;
  readonly receivedOn: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly reference?: string;
  readonly allocations: readonly { readonly invoiceNumber: string; readonly amountMinor: number }[];
};
