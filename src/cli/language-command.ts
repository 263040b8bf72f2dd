import { localEmbedder } from '#models/embedding/local-embedder.ts';
import { type Command, WrongUsage } from './command.ts';

export const languageCommand: Command = {
  summary:
    "Builds the offline engine's weights from its language files, or checks those files and how well they are understood",
  usage: 'language build | check [--curve] [--phrases] [--words-only] [--weights]',
  example: 'language check',
  options: {
    curve: { type: 'boolean' },
    phrases: { type: 'boolean' },
    'words-only': { type: 'boolean' },
    weights: { type: 'boolean' },
  },
  explains: {
    curve: 'Also learns from fewer authors and prints how well the others are then understood (minutes)',
    phrases: 'Also reads each phrase after learning without it (minutes)',
    'words-only': 'Reads by words alone, as the service does while its sentence embedder is not ready',
    weights: 'Only checks that the stored weights are what the files give (six minutes)',
  },
  exitCodes: { 0: 'built, or nothing is wrong', 1: 'something is wrong with the files', 2: 'called wrongly' },
  async run({ values, positionals }) {
    switch (positionals[0]) {
      case 'build':
        return build();
      case 'check': {
        const { checkLanguage } = await import('./language-check.ts');
        const is = (name: string): boolean => values[name] === true;
        return checkLanguage({
          curve: is('curve'),
          phrases: is('phrases'),
          wordsOnly: is('words-only'),
          weights: is('weights'),
        });
      }
      default:
        throw new WrongUsage('Say what to do: build or check.');
    }
  },
};

async function build(): Promise<number> {
  const { storeCorpusVectors, storeVectors } = await import('#offline-engine/learning/stored-vectors.ts');
  const { saidInDialogues, vectorsFile } = await import('#offline-engine/dialogues/dialogue.ts');
  const embedder = localEmbedder();
  const embed = (texts: readonly string[]) => embedder.embed(texts);
  const added =
    (await storeCorpusVectors(embed)) + (await storeVectors(vectorsFile, saidInDialogues(), embed));
  await embedder.close();
  process.stdout.write(`Read ${added} new messages of the corpus and the dialogues for their meaning.\n`);
  const { writeWeights } = await import('#offline-engine/build-weights.ts');
  process.stdout.write(`Wrote ${Math.round(writeWeights() / 1000)} kB of weights.\n`);
  return 0;
}
