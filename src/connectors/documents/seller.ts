import type { Policy } from '#domain/policy.ts';

/** Who sends the invoices, as printed on documents and named in files. */
export type Seller = Policy['seller'];
