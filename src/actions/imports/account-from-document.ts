import type { ReadDocument } from '#connectors/documents/read-document.ts';
import type { Account } from '#domain/person.ts';

/** The customer account an invoice or credit note introduces; other documents do not say enough of the customer. */
export function accountFrom(read: ReadDocument): Account | undefined {
  if (read.type !== 'invoice' && read.type !== 'credit_note') return undefined;
  const [id] = read.accountRefs;
  if (id === undefined || id.trim() === '') return undefined;
  const { billTo, currency } = read.document;
  const home = homes[billTo.countryCode ?? ''] ?? { language: 'en', timeZone: 'UTC' };
  return {
    id: id.trim(),
    name: billTo.name,
    currency,
    ...home,
    keyAccount: false,
    inGoodStanding: true,
    billTo,
  };
}

/** What a customer's country suggests until somebody says otherwise. */
const homes: Readonly<Record<string, { language: string; timeZone: string }>> = {
  GB: { language: 'en', timeZone: 'Europe/London' },
  IE: { language: 'en', timeZone: 'Europe/Dublin' },
  US: { language: 'en', timeZone: 'America/New_York' },
  DE: { language: 'de', timeZone: 'Europe/Berlin' },
  AT: { language: 'de', timeZone: 'Europe/Vienna' },
  CH: { language: 'de', timeZone: 'Europe/Zurich' },
  FR: { language: 'fr', timeZone: 'Europe/Paris' },
  ES: { language: 'es', timeZone: 'Europe/Madrid' },
  PT: { language: 'pt', timeZone: 'Europe/Lisbon' },
  IT: { language: 'it', timeZone: 'Europe/Rome' },
  NL: { language: 'nl', timeZone: 'Europe/Amsterdam' },
  BE: { language: 'nl', timeZone: 'Europe/Brussels' },
  PL: { language: 'pl', timeZone: 'Europe/Warsaw' },
};
