import { readConfig, renderEnvExample, settings } from '#config';
import type { Command } from './command.ts';

export const configCommand: Command = {
  summary: 'Explains every setting, or checks the ones that are set',
  usage: 'config [--explain] [--example]',
  example: 'config --explain',
  options: { explain: { type: 'boolean' }, example: { type: 'boolean' } },
  explains: { explain: 'Lists all settings with what they mean', example: 'Prints the text of .env.example' },
  exitCodes: { 0: 'the settings can be used', 78: 'a setting needs attention' },
  async run({ values }) {
    if (values.example === true) {
      process.stdout.write(renderEnvExample());
      return 0;
    }
    if (values.explain === true) {
      process.stdout.write(`${JSON.stringify(settings, null, 2)}\n`);
      return 0;
    }
    const config = readConfig(process.env);
    process.stdout.write(`The settings can be used${config.demo ? ' (demo mode)' : ''}.\n`);
    return 0;
  },
};
