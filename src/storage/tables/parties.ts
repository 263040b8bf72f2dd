import type { Party } from '#domain/invoice.ts';
import type { Role } from '#domain/person.ts';
import type { Columns } from '../postgres/columns.ts';

/** Customers' accounts, people on both sides, and how staff sign in. */
export const partyTables = (c: Columns) => {
  const accounts = c.table('accounts', {
    id: c.text('id').notNull().primaryKey(),
    name: c.text('name').notNull(),
    currency: c.text('currency').notNull(),
    language: c.text('language').notNull(),
    timeZone: c.text('time_zone').notNull(),
    keyAccount: c.bool('key_account').notNull(),
    inGoodStanding: c.bool('in_good_standing').notNull(),
    billTo: c.json<Party>('bill_to').notNull(),
  });
  const people = c.table(
    'people',
    {
      id: c.text('id').notNull().primaryKey(),
      name: c.text('name').notNull(),
      email: c.text('email').notNull(),
      role: c.text<Role>('role').notNull(),
      accountId: c.text('account_id').references(() => accounts.id),
      language: c.text('language').notNull(),
    },
    (t) => [c.unique('people_email').on(t.email), c.index('people_account').on(t.accountId)],
  );
  const signInLinks = c.table('sign_in_links', {
    /** SHA-256 of the token; the token itself is only in the mail. */
    tokenHash: c.text('token_hash').notNull().primaryKey(),
    personId: c
      .text('person_id')
      .notNull()
      .references(() => people.id),
    expiresAt: c.instant('expires_at').notNull(),
    usedAt: c.instant('used_at'),
  });
  const sessions = c.table('sessions', {
    tokenHash: c.text('token_hash').notNull().primaryKey(),
    personId: c
      .text('person_id')
      .notNull()
      .references(() => people.id),
    expiresAt: c.instant('expires_at').notNull(),
  });
  const presences = c.table('presences', {
    personId: c
      .text('person_id')
      .notNull()
      .primaryKey()
      .references(() => people.id),
    state: c.text<'available' | 'busy' | 'away' | 'offline'>('state').notNull(),
    changedAt: c.instant('changed_at').notNull(),
  });
  return { accounts, people, signInLinks, sessions, presences };
};
