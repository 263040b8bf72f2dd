import { readFileSync } from 'node:fs';
import { useWeights, weightsFile } from '../intent/stored-weights.ts';
import { expanded, packed, unpacked, type Weights } from '../intent/weights-file.ts';
import { cueNames, moodFiles } from '../records/cues.ts';
import { packs } from '../speak/replies.ts';
import { understand } from '../understand.ts';
import { type Accuracy, count, noAccuracy } from './accuracy.ts';
import { isMeasuring, type LabelledMessage, readCorpus } from './corpus.ts';
import { buildWeights, learn, storedLessons } from './learn.ts';
import { type Pattern, readPatterns } from './patterns.ts';
import { slotNames } from './sentences.ts';

/** Faults of the language files, each as a sentence. */
export function faultsOfFiles(patterns: readonly Pattern[] = readPatterns()): string[] {
  const seen = new Map<string, Pattern>();
  const ofPhrases = patterns.flatMap((pattern) => {
    const { text, intent, language, side } = pattern;
    const unknown = [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, slot = '']) =>
      slotNames.includes(slot)
        ? []
        : [`${language}/${intent}: "${text}" uses {${slot}}, which nothing fills.`],
    );
    const key = `${side} ${text}`;
    const other = seen.get(key);
    seen.set(key, pattern);
    return other && other.intent !== intent
      ? [
          ...unknown,
          `"${text}" stands for ${other.intent} (${other.language}) and for ${intent} (${language}).`,
        ]
      : unknown;
  });
  const english = Object.keys(packs.get('en') ?? {});
  const ofReplies = [...packs].flatMap(([language, pack]) =>
    english
      .filter((key) => !(key in pack))
      .map((key) => `${language} has no "${key}" in replies.yaml or records.yaml.`),
  );
  const ofMoods = [...moodFiles].flatMap(([language, file]) =>
    cueNames.filter((name) => !file[name]).map((name) => `${language}/mood.yaml has no "${name}".`),
  );
  return [...ofPhrases, ...ofReplies, ...ofMoods];
}

/** The messages of the authors nobody learnt from. */
export const measuringMessages = (): LabelledMessage[] => readCorpus().filter(isMeasuring);

type Vectors = ReadonlyMap<string, Float32Array>;

/** How messages are read, author by author; without vectors by words alone. */
export function accuracyByAuthor(
  messages: readonly LabelledMessage[],
  vectors: Vectors,
): Map<string, Accuracy> {
  const byAuthor = new Map<string, Accuracy>();
  for (const message of messages) {
    const accuracy = byAuthor.get(message.author) ?? noAccuracy();
    byAuthor.set(message.author, accuracy);
    const { text, side, context, state, today = '2026-11-20' } = message;
    const read = understand({ text, side, context, state, today, vectorOf: (part) => vectors.get(part) });
    count(accuracy, message, read);
  }
  return byAuthor;
}

/** Reads the same messages after learning from the first so many authors: what one more author still adds. */
export function learningCurve(
  authorCounts: readonly number[],
  messages: readonly LabelledMessage[],
  vectors: Vectors,
  take: (authors: number, byAuthor: Map<string, Accuracy>) => void,
): void {
  const lessons = storedLessons();
  const authors = [...new Set(lessons.messages.map(({ author }) => author))];
  for (const number of authorCounts) {
    const some = new Set(authors.slice(0, number));
    withWeights(
      learn({ ...lessons, messages: lessons.messages.filter(({ author }) => some.has(author)) }),
      () => take(Math.min(number, authors.length), accuracyByAuthor(messages, vectors)),
    );
  }
}

const folds = 5;

/** Reads each phrase after learning from the files without it, a fifth of the lines at a time; answers the share right and the pairs confused. */
export function phrasesLeftOut(): { right: number; of: number; confused: Map<string, number> } {
  const lessons = storedLessons();
  const found = { right: 0, of: 0, confused: new Map<string, number>() };
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (index: number): boolean => index % folds === fold;
    const weights = learn({ ...lessons, patterns: lessons.patterns.filter((_, index) => !isOut(index)) });
    withWeights(weights, () => {
      for (const [index, pattern] of lessons.patterns.entries()) {
        if (!isOut(index)) continue;
        const text = pattern.text
          .replace(/\(([^|()]*)[^()]*\)/g, '$1')
          .replace(/\[[^\]]*\]|\{(\w+)\}/g, (_, slot) => sample(slot));
        const side = pattern.side === 'rep' ? 'rep' : 'customer';
        const [got = ''] = understand({ text, side, today: '2026-11-20' }).intents;
        const wanted = own.test(pattern.intent) ? 'oos' : pattern.intent;
        found.of += 1;
        if (got === wanted) found.right += 1;
        else found.confused.set(`${wanted} > ${got}`, (found.confused.get(`${wanted} > ${got}`) ?? 0) + 1);
      }
    });
  }
  return found;
}

/** Intents that the label guide counts as not ours. */
const own = /^(?:policy\.ask|rep\.draft)$/;
const samples: Readonly<Record<string, string>> = {
  invoice: 'INV-30418',
  case: 'CASE-1187',
  po: 'PO-4471',
  line: '2',
  qty: '12',
  amount: '340.50 EUR',
  date: '2026-10-12',
  range: 'October',
  duration: '2 weeks',
  product: 'valves',
  email: 'anna@example.com',
};
const sample = (slot: string | undefined): string => (slot === undefined ? '' : (samples[slot] ?? ''));

function withWeights(weights: Weights, act: () => void): void {
  try {
    useWeights(unpacked(new Uint8Array(packed(weights))));
    act();
  } finally {
    useWeights(undefined);
  }
}

/** Whether the stored weights are, byte for byte, what the files give. Takes six minutes. */
export const areWeightsBuilt = (): boolean =>
  Buffer.from(expanded(buildWeights())).equals(expanded(readFileSync(weightsFile)));
