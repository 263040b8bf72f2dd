import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { allAccounts } from '#storage/parties/accounts.ts';
import { customersOf, personByEmail, staff } from '#storage/parties/people.ts';
import type { Service } from '../service.ts';

/** Everybody the demo can be tried as: customers with the name of their account, then the team. */
export async function demoPeople({
  db,
}: Service): Promise<{ name: string; email: string; role: string; account?: string }[]> {
  const accounts = await allAccounts(db);
  const customers = await Promise.all(
    accounts.map(async (account) =>
      (await customersOf(db, account.id)).map(({ name, email, role }) => ({
        name,
        email,
        role,
        account: account.name,
      })),
    ),
  );
  return [...customers.flat(), ...(await staff(db)).map(({ name, email, role }) => ({ name, email, role }))];
}

export async function demoCustomer({ db }: Service, email: string): Promise<Person & { accountId: string }> {
  const person = await personByEmail(db, email);
  if (person?.accountId === undefined) throw new Refusal('not-found', 'No customer has this address.');
  return { ...person, accountId: person.accountId };
}
