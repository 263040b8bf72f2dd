import { writeWeights } from '#offline-engine/build-weights.ts';
import { type Command, WrongUsage } from './command.ts';

export const languageCommand: Command = {
  summary: "Builds the offline engine's weights from its phrase files",
  usage: 'language build',
  example: 'language build',
  options: {},
  explains: {},
  async run({ positionals }) {
    if (positionals[0] !== 'build') throw new WrongUsage('Say what to do: build.');
    process.stdout.write(`Wrote ${Math.round(writeWeights() / 1000)} kB of weights.\n`);
    return 0;
  },
};
