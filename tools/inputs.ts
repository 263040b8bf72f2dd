import { z } from 'zod';

/** Words that several tools' inputs share. */
export const invoiceNumber = z
  .string()
  .min(1)
  .max(60)
  .describe('As printed on the invoice, for example INV-1003');
export const caseNumber = z.string().min(1).max(40).describe('For example CASE-1187');
export const isoDay = z.iso.date().describe('A day as YYYY-MM-DD');
/** Models write numbers; amounts and quantities are decimal strings from here on. */
export const decimal = z
  .union([z.string().regex(/^\d{1,12}(\.\d{1,6})?$/), z.number().nonnegative().max(1e12)])
  .transform((value) => (typeof value === 'string' ? value : plain(value)));
export const lineNumber = z
  .number()
  .int()
  .min(1)
  .max(9999)
  .describe('The line number as printed on the invoice');

const plain = (value: number) => value.toFixed(6).replace(/\.?0+$/, '');

/** An input without the fields that were not given. */
export type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
export function definedOnly<T extends object>(value: T): Defined<T>;
export function definedOnly(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}
