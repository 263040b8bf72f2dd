import { randomBytes } from 'node:crypto';
import { type Command, WrongUsage } from './command.ts';

const names = ['SIGNING_SECRET', 'SERVICE_SECRET'];

export const secretCommand: Command = {
  summary: 'Prints a fresh secret, ready to be put into .env',
  usage: `secret [${names.join('|')}]`,
  example: 'secret SIGNING_SECRET',
  options: {},
  explains: {},
  async run({ positionals }) {
    const [name] = positionals;
    if (name !== undefined && !names.includes(name))
      throw new WrongUsage(`There is no secret ${name}; there are ${names.join(' and ')}.`);
    const wanted = name === undefined ? names : [name];
    for (const one of wanted) process.stdout.write(`${one}=${randomBytes(32).toString('base64url')}\n`);
    return 0;
  },
};
