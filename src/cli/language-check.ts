import { localEmbedder } from '#models/embedding/local-embedder.ts';
import { type Accuracy, noAccuracy, type Share } from '#offline-engine/learning/accuracy.ts';
import {
  accuracyByAuthor,
  areWeightsBuilt,
  faultsOfFiles,
  learningCurve,
  measuringMessages,
  phrasesLeftOut,
} from '#offline-engine/learning/check.ts';

export type CheckOptions = {
  readonly wordsOnly: boolean;
  readonly curve: boolean;
  readonly phrases: boolean;
  readonly weights: boolean;
};

const print = (text: string): boolean => process.stdout.write(`${text}\n`);
const columns = [
  ['customer', 'customer'],
  ['rep', 'rep'],
  ['several', 'several'],
  ['slots', 'slots'],
  ['documents', 'docs'],
  ['quantities', 'qty'],
  ['whole', 'all right'],
  ['wrongAtOnce', 'wrong at once'],
  ['foreignTaken', 'foreign taken'],
  ['refused', 'own refused'],
] as const;

/** Prints what is wrong with the language files and how well strangers are understood; 1 when something is wrong. */
export async function checkLanguage(options: CheckOptions): Promise<number> {
  const faults = faultsOfFiles();
  for (const fault of faults) print(fault);
  print(faults.length === 0 ? 'The language files have no faults.' : `${faults.length} faults.`);
  const isWrong = faults.length > 0;
  if (options.weights) {
    const areBuilt = areWeightsBuilt();
    print(
      areBuilt
        ? 'The stored weights are what the files give.'
        : 'The stored weights are not what the files give: run "redress language build".',
    );
    return isWrong || !areBuilt ? 1 : 0;
  }
  const messages = measuringMessages();
  const vectors = options.wordsOnly
    ? new Map<string, Float32Array>()
    : await vectorsOf(messages.map(({ text }) => text));
  print('\nMessages of authors nobody learnt from, in % (intents, then values):');
  const byAuthor = accuracyByAuthor(messages, vectors);
  printTable(byAuthor);
  printConfused(together(byAuthor.values()).confused, 'Most confused');
  if (options.phrases) {
    const { right, of, confused } = phrasesLeftOut();
    print(`\nPhrases read without having been learnt: ${percent({ right, of })} % of ${of}.`);
    printConfused(confused, 'Most confused');
  }
  if (options.curve) {
    print('\nAuthors learnt from, and how the others are then understood (customer, rep, all right):');
    learningCurve([2, 5, 10, 15, 30], messages, vectors, (authors, found) => {
      const all = together(found.values());
      print(
        `${String(authors).padStart(4)}  ${percent(all.customer)}  ${percent(all.rep)}  ${percent(all.whole)}`,
      );
    });
  }
  return isWrong ? 1 : 0;
}

async function vectorsOf(texts: readonly string[]): Promise<Map<string, Float32Array>> {
  const embedder = localEmbedder();
  const vectors = await embedder.embed(texts);
  await embedder.close();
  return new Map(texts.map((text, at) => [text, Float32Array.from(vectors[at] ?? [])]));
}

const percent = ({ right, of }: Share): string => (of === 0 ? '-' : ((100 * right) / of).toFixed(1));

function printTable(byAuthor: ReadonlyMap<string, Accuracy>): void {
  const rows = [...byAuthor, ['all', together(byAuthor.values())] as const];
  print(['author'.padEnd(24), ...columns.map(([, title]) => title.padStart(13))].join(''));
  for (const [author, accuracy] of rows)
    print([author.padEnd(24), ...columns.map(([key]) => percent(accuracy[key]).padStart(13))].join(''));
}

function together(all: Iterable<Accuracy>): Accuracy {
  const sum = noAccuracy();
  for (const accuracy of all) {
    for (const [key] of columns) {
      sum[key].right += accuracy[key].right;
      sum[key].of += accuracy[key].of;
    }
    for (const [pair, times] of accuracy.confused)
      sum.confused.set(pair, (sum.confused.get(pair) ?? 0) + times);
  }
  return sum;
}

function printConfused(confused: ReadonlyMap<string, number>, title: string): void {
  const most = [...confused].sort((a, b) => b[1] - a[1]).slice(0, 12);
  print(`\n${title} (wanted > read):`);
  for (const [pair, times] of most) print(`${String(times).padStart(4)}  ${pair}`);
}
