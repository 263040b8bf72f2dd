import type { Account } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { accountById } from '#storage/parties/accounts.ts';
import type { Service } from '../service.ts';

export async function accountOf({ db }: Pick<Service, 'db'>, accountId: string): Promise<Account> {
  const account = await accountById(db, accountId);
  if (!account)
    throw new Refusal(
      'not-found',
      'This customer account is not known here. Ask the billing team to set it up.',
    );
  return account;
}
