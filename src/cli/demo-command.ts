import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '#config';
import { type Command, WrongUsage } from './command.ts';

export const demoCommand: Command = {
  summary: 'Starts the demo over: removes its data, which the next start makes anew',
  usage: 'demo --reset',
  example: 'demo --reset',
  options: { reset: { type: 'boolean' } },
  explains: { reset: 'Removes the demo database in the data folder' },
  async run({ values }) {
    const config = readConfig(process.env);
    if (!config.demo) throw new WrongUsage('This is not a demo: real data is never removed by a command.');
    if (values.reset !== true) throw new WrongUsage('Say --reset to remove the demo data.');
    if (config.databaseUrl !== undefined)
      throw new WrongUsage('The demo runs on PostgreSQL here: drop that database yourself.');
    for (const end of ['', '-wal', '-shm'])
      await rm(join(config.dataDir, `redress.db${end}`), { force: true });
    process.stdout.write('The demo data is removed. The next npm start makes it anew.\n');
    return 0;
  },
};
