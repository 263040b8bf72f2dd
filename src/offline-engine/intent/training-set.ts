import { seededRandom } from '../text/seeded-random.ts';
import { readValues } from '../values/read-values.ts';
import type { Example } from './linear-training.ts';
import { withMarks } from './marks.ts';
import type { Pattern } from './patterns.ts';
import { sentenceOf } from './sentences.ts';

export type TrainingSet = {
  readonly customer: readonly Example[];
  readonly rep: readonly Example[];
  readonly language: readonly Example[];
  /** Each word of the examples with how often it occurs. */
  readonly lexicon: ReadonlyMap<string, number>;
};

/** What customers ask that reps ask too. */
const askedByBoth =
  /^(?:greet|thanks|bye|bot\.about|affirm|deny|cancel|correct|inform|oos|human|balance|statement|payment\.status|policy\.|invoice\.|case\.)/;
/** A day on which training values are read; any will do, as they become tags. */
const today = '2026-02-10';

type Sentence = { readonly text: string; readonly intent: string; readonly language: string };

/** Makes the sentences the phrase files stand for, the same ones every time. */
export function trainingSetOf(patterns: readonly Pattern[]): TrainingSet {
  const both = patterns.filter(({ side }) => side === 'both');
  const rep = patterns.filter(({ side, intent }) => side === 'rep' || askedByBoth.test(intent));
  const forCustomer = sentencesOf(both, 11);
  const forRep = sentencesOf(rep, 12);
  const all = [...forCustomer, ...forRep];
  const lexicon = new Map<string, number>();
  for (const { text } of all)
    for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
      lexicon.set(word, (lexicon.get(word) ?? 0) + 1);
  return {
    customer: examplesOf(forCustomer, 260),
    rep: examplesOf(forRep, 200),
    language: all
      .filter((_, index) => index % 3 === 0)
      .map(({ text, language }) => ({ text, label: language })),
    lexicon,
  };
}

function sentencesOf(patterns: readonly Pattern[], seed: number): Sentence[] {
  const random = seededRandom(seed);
  const seen = new Set<string>();
  const sentences: Sentence[] = [];
  for (const { intent, language, text: pattern } of patterns) {
    for (let round = 0; round < (language === 'en' ? 9 : 5); round++) {
      const text = sentenceOf(pattern, random);
      const key = `${intent}\n${text}`;
      if (!text || seen.has(key)) continue;
      seen.add(key);
      sentences.push({ text, intent, language });
    }
  }
  return sentences;
}

/** At most `most` sentences of an intent, spread over all its patterns. */
function examplesOf(sentences: readonly Sentence[], most: number): Example[] {
  return [...Map.groupBy(sentences, ({ intent }) => intent)].flatMap(([label, list]) => {
    const spread = list.map((sentence, index) => ({
      sentence,
      place: Math.imul(index + 1, 2654435761) >>> 0,
    }));
    const kept = list.length > most ? spread.sort((a, b) => a.place - b.place).slice(0, most) : spread;
    return kept.map(({ sentence }) => ({ text: withMarks(readValues(sentence.text, { today })), label }));
  });
}
