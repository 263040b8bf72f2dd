import { createHash, randomBytes } from 'node:crypto';
import { signInMail } from '#domain/mails.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import { personByEmail, personById } from '#storage/parties/people.ts';
import {
  endSession,
  forgetExpiredSignIns,
  saveSession,
  saveSignInLink,
  sessionPerson,
  useSignInLink,
} from '#storage/parties/sign-in.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Service } from '../service.ts';

const linkMinutes = 15;
const sessionHours = 12;

/** A session as the browser keeps it; we keep only the token's hash. */
export type OpenedSession = { readonly token: string; readonly expiresAt: Date };

const isStaff = (person: Person | undefined): person is Person =>
  person !== undefined && person.role !== 'customer' && person.accountId === undefined;

/** Mails a link that signs in once. For an address that is not the team's nothing happens, and nobody can tell. */
export async function requestSignInLink(service: Service, email: string): Promise<void> {
  const person = await personByEmail(service.db, email);
  if (!isStaff(person)) return;
  const token = newToken();
  const tokenHash = hashOf(token);
  const mail = signInMail({
    name: person.name,
    // Behind the hash sign: browsers never send it, so it is in no server's log.
    link: `${service.publicUrl}/workspace/sign-in#${token}`,
    minutes: linkMinutes,
  });
  await service.db.write(async () => {
    const expiresAt = new Date(service.now().getTime() + linkMinutes * 60_000);
    await saveSignInLink(service.db, { tokenHash, personId: person.id, expiresAt });
    await queueMail(service, { key: `sign-in:${tokenHash.slice(0, 24)}`, to: person.email, ...mail });
  });
}

/** Uses a mailed link up and opens a session. */
export async function signInByLink(service: Service, token: string): Promise<OpenedSession> {
  const personId = await useSignInLink(service.db, hashOf(token), service.now());
  const person = personId === undefined ? undefined : await personById(service.db, personId);
  if (!isStaff(person))
    throw new Refusal('expired', 'This sign-in link has been used or has expired. Ask for a new one.');
  return openSession(service, person);
}

/** Opens a session for a member of staff by address alone. Only the demo may call this. */
export async function signInByName(service: Service, email: string): Promise<OpenedSession> {
  const person = await personByEmail(service.db, email);
  if (!isStaff(person)) throw new Refusal('not-found', 'Nobody of the team has this address.');
  return openSession(service, person);
}

async function openSession(service: Service, person: Person): Promise<OpenedSession> {
  const { db } = service;
  const now = service.now();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await db.write(async () => {
    await forgetExpiredSignIns(db, now);
    await saveSession(db, { tokenHash: hashOf(token), personId: person.id, expiresAt });
    await appendAudit(db, service.secret, {
      at: now,
      actor: person.id,
      action: 'person.signed-in',
      subject: person.id,
      data: {},
    });
  });
  return { token, expiresAt };
}

/** The member of staff a session belongs to, while it lasts. */
export async function personOfSession(service: Service, token: string): Promise<Person | undefined> {
  const personId = await sessionPerson(service.db, hashOf(token), service.now());
  const person = personId === undefined ? undefined : await personById(service.db, personId);
  return isStaff(person) ? person : undefined;
}

export const signOut = (service: Service, token: string): Promise<void> =>
  endSession(service.db, hashOf(token));

const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
