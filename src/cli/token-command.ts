import { readConfig } from '#config';
import { signCustomerToken } from '#http/customer-token.ts';
import { openDatabase } from '#storage/open-database.ts';
import { customersOf, personByEmail, personById } from '#storage/parties/people.ts';
import { type Command, WrongUsage } from './command.ts';

export const tokenCommand: Command = {
  summary: "Makes a customer token as the seller's site would, from the configured secret",
  usage: 'token --account <id> --person <id or e-mail>',
  example: 'token --account ACC-1 --person joris@noordermeer.test',
  options: { account: { type: 'string' }, person: { type: 'string' } },
  explains: { account: 'The customer account', person: 'Who of that account: an id or an e-mail address' },
  exitCodes: { 0: 'the token is printed', 2: 'called wrongly, or no such person on that account' },
  async run({ values }) {
    const { account, person: wanted } = values;
    if (typeof account !== 'string' || typeof wanted !== 'string')
      throw new WrongUsage('Name the account and the person.');
    const config = readConfig(process.env);
    const db = await openDatabase({
      dataDir: config.dataDir,
      ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
    });
    try {
      const person = (await personById(db, wanted)) ?? (await personByEmail(db, wanted));
      if (person?.accountId !== account) {
        const known = (await customersOf(db, account)).map((one) => one.email);
        throw new WrongUsage(
          known.length === 0
            ? `There is no account ${account} with people. Has the demo been started, or anything imported?`
            : `${wanted} is not a person of ${account}. There are: ${known.join(', ')}.`,
        );
      }
      process.stdout.write(`${await signCustomerToken(config, { ...person, accountId: account })}\n`);
      return 0;
    } finally {
      await db.close();
    }
  },
};
