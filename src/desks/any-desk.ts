import type { CustomerDesk } from './customer-desk.ts';

/** What every desk can do; on a customer's it reaches the account's own records, on a rep's those of every customer. */
export type AnyDesk = Pick<CustomerDesk, 'readInvoice' | 'explainCharge' | 'searchPolicies'>;
