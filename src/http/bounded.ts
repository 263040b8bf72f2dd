import { z } from '@hono/zod-openapi';

// What may come in, each with its bounds: no list, number or text is endless.

/** PostgreSQL can store neither half a character nor the zero character. */
const storable = (written: string) => written.toWellFormed().replaceAll('\0', '');

export const text = (longest: number) => z.string().max(longest).overwrite(storable);
export const words = (longest: number) => text(longest).trim().min(1);
/** Made by the client, so that a retry is known as one. */
export const clientId = z.uuid();
/** Of something the server made. */
export const serverId = z.string().regex(/^[\w:.-]{1,80}$/);
export const invoiceNumber = words(60);
export const caseNumber = words(40);
export const isoDay = z.iso.date();
export const lineNumber = z.coerce.number().int().min(1).max(9999);
/** An amount, price or quantity as a decimal string. */
export const decimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'is not a decimal number such as 12.5');
export const seqNumber = z.coerce.number().int().min(0).max(2_147_483_647);
export const email = z.email().max(320);
/** Longer messages are refused in words by the rule behind it. */
export const messageText = text(20_000);

export const Message = z.object({ id: clientId, text: messageText });

/** An object without the fields that were not given. */
export type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
export function given<T extends object>(value: T): Given<T>;
export function given(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}
