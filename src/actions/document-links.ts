import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '#domain/refusal.ts';
import type { DocumentLinks } from '#domain/views/account-view.ts';
import type { Service } from './service.ts';

const Claim = z.object({
  kind: z.enum(['invoice', 'credit_note']),
  number: z.string(),
  account: z.string(),
  format: z.enum(['pdf', 'xml']),
  until: z.number(),
});
export type DocumentClaim = z.infer<typeof Claim>;

const lifetimeMs = 15 * 60_000;

/** Signed links to one document of one account; they open that document only, for 15 minutes. */
export function documentLinks(
  service: Service,
  document: Pick<DocumentClaim, 'kind' | 'number' | 'account'>,
  lifetime = lifetimeMs,
): Pick<DocumentLinks, 'number' | 'pdfUrl' | 'xmlUrl' | 'expiresAt'> {
  const until = service.now().getTime() + lifetime;
  const url = (format: 'pdf' | 'xml') =>
    `${service.publicUrl}/documents/${sign(service.secret, { ...document, format, until })}`;
  return {
    number: document.number,
    pdfUrl: url('pdf'),
    xmlUrl: url('xml'),
    expiresAt: new Date(until).toISOString(),
  };
}

/** What a link was signed for; a refusal when it was changed or its time is over. */
export function readDocumentLink(service: Pick<Service, 'secret' | 'now'>, token: string): DocumentClaim {
  const [body = '', signature = ''] = token.split('.');
  const expected = signatureOf(service.secret, body);
  const given = Buffer.from(signature, 'base64url');
  const claim =
    given.length === expected.length && timingSafeEqual(given, expected) ? readClaim(body) : undefined;
  if (!claim)
    throw new Refusal('not-found', 'This link does not open a document. Ask for a new one in the chat.');
  if (claim.until < service.now().getTime())
    throw new Refusal('expired', 'This link has expired. Ask for a new one in the chat.');
  return claim;
}

function readClaim(body: string): DocumentClaim | undefined {
  return Claim.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data;
}

function sign(secret: string, claim: DocumentClaim): string {
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${body}.${signatureOf(secret, body).toString('base64url')}`;
}

const signatureOf = (secret: string, body: string) =>
  createHmac('sha256', secret).update('document\n').update(body).digest();
