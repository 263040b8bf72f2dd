import type { Command } from './command.ts';
import { start } from './start.ts';

export const startCommand: Command = {
  summary: 'Starts the server (the same as npm start)',
  usage: 'start',
  example: 'start',
  options: {},
  explains: {},
  exitCodes: { 0: 'stopped', 78: 'a setting needs attention' },
  async run() {
    await start(process.env);
    await new Promise(() => undefined); // until a signal stops the process
    return 0;
  },
};
