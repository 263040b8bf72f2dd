import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import { accountById } from '#storage/parties/accounts.ts';
import { personByEmail, personById, savePerson } from '#storage/parties/people.ts';
import type { Service } from '../service.ts';

/** What the seller's site says about the person on it, in a token whose signature was checked. */
export type CustomerClaims = {
  readonly sub: string;
  readonly account: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

/**
 * The customer a token speaks of: somebody known on that account by id or address, or somebody new on an account that is there. Who
 * is known elsewhere is refused, and the attempt is recorded.
 */
export async function customerOfClaims(
  service: Service,
  claims: CustomerClaims,
): Promise<Person & { accountId: string }> {
  const { db } = service;
  const account = await accountById(db, claims.account);
  if (!account) throw refused('it names a customer account that is not known here.');
  const known = await knownPerson(service, claims);
  if (known) {
    if (known.role === 'customer' && known.accountId === account.id)
      return { ...known, accountId: account.id };
    await appendAudit(db, service.secret, {
      at: service.now(),
      actor: 'customer sign-in',
      action: 'sign-in.refused',
      subject: known.id,
      data: { account: account.id, reason: 'The person belongs to another account.' },
    });
    throw refused('the person does not belong to the account it names.');
  }
  if (claims.name === undefined || claims.email === undefined)
    throw refused('it needs a name and an e-mail address for somebody new.');
  const person = {
    id: claims.sub,
    name: claims.name,
    email: claims.email.trim().toLowerCase(),
    role: 'customer' as const,
    accountId: account.id,
    language: account.language,
  };
  await savePerson(db, person);
  return person;
}

async function knownPerson({ db }: Service, { sub, email }: CustomerClaims): Promise<Person | undefined> {
  return (
    (await personById(db, sub)) ??
    (await personByEmail(db, sub)) ??
    (email === undefined ? undefined : await personByEmail(db, email))
  );
}

const refused = (why: string) => new Refusal('sign-in-needed', `This sign-in is not accepted: ${why}`);
