import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noDispute } from '../intent/classifier.ts';
import { type Features, featuresOf } from '../intent/features.ts';
import { marksOf } from '../intent/marks.ts';
import { placeMarks, type Side } from '../intent/place.ts';
import { otherLanguage } from '../text/language.ts';
import { ownWords } from '../text/own-words.ts';
import { seededRandom } from '../text/seeded-random.ts';
import { readValues } from '../values/read-values.ts';
import { languageFolder } from '../words/languages.ts';
import type { LabelledMessage } from './corpus.ts';
import type { Example } from './linear-training.ts';
import { pairsOf } from './pairs.ts';
import type { Pattern } from './patterns.ts';
import { peopleUsing } from './people.ts';
import { sentenceOf } from './sentences.ts';

/** Pairs of words, letter groups of three and four: what the intents and kinds of disputes are read from. */
export const wordForm = { pairs: true, letters: [3, 4] as const };
const mostOfALanguage = 2400;
const languageForm = { pairs: false, letters: [2, 3] as const };

/** What customers ask that reps ask too. */
const askedByBoth =
  /^(?:greet|thanks|bye|bot\.about|affirm|deny|cancel|correct|inform|oos|human|balance|statement|payment\.status|policy\.|invoice\.|case\.)/;
/** A day on which training values are read; any will do, as they become tags. */
const today = '2026-11-20';

export type Sentence = {
  readonly text: string;
  readonly intent: string;
  readonly language: string;
  readonly side: Side;
  readonly kind?: NonNullable<Pattern['kind']>;
};

/** The sentences the phrase files stand for, the same ones every time. */
export function sentencesOf(patterns: readonly Pattern[]): Sentence[] {
  const both = patterns.filter(({ side }) => side === 'both');
  const rep = patterns.filter(({ side, intent }) => side === 'rep' || askedByBoth.test(intent));
  return [
    ...spread(written(both, 'customer', 11), { own: 300, disputes: 600, foreign: 900 }),
    ...spread(written(rep, 'rep', 12), { own: 180, disputes: 180, foreign: 500 }),
  ];
}

/**
 * Sentences of phrases that are learnt by their meaning too, one a phrase: what only phrases teach, as no meaning would otherwise
 * ever speak for it, and what is not ours, which is of every kind.
 */
export function meantSentencesOf(patterns: readonly Pattern[]): Sentence[] {
  const random = seededRandom(17);
  return patterns
    .filter(({ intent, language }) => ownIntents.test(intent) || (intent === 'oos' && language === 'en'))
    .map(({ intent, language, side, text }) => ({
      text: sentenceOf(text, random),
      intent,
      language,
      side: side === 'rep' ? ('rep' as const) : ('customer' as const),
    }))
    .filter(({ text }) => text !== '');
}

/** The sentences of phrases that say by their file what is wrong: all of them. */
export const disputeSentencesOf = (patterns: readonly Pattern[]): Sentence[] =>
  written(
    patterns.filter(({ kind }) => kind !== undefined),
    'customer',
    13,
  );

function written(patterns: readonly Pattern[], side: Side, seed: number): Sentence[] {
  const random = seededRandom(seed);
  const seen = new Set<string>();
  const sentences: Sentence[] = [];
  for (const { intent, language, kind, text: pattern } of patterns) {
    for (let round = 0; round < (language === 'en' ? 6 : 3); round++) {
      const text = sentenceOf(pattern, random);
      const key = `${intent}\n${text}`;
      if (!text || seen.has(key)) continue;
      seen.add(key);
      sentences.push({ text, intent, language, side, ...(kind ? { kind } : {}) });
    }
  }
  return sentences;
}

/** At most so many sentences of an intent, spread over all its patterns; more of disputes and of what is not ours, which are of many kinds. */
const spread = (
  sentences: readonly Sentence[],
  { own, disputes, foreign }: Readonly<Record<'own' | 'disputes' | 'foreign', number>>,
): Sentence[] =>
  [...Map.groupBy(sentences, ({ intent, language }) => `${intent} ${language === 'en'}`).values()].flatMap(
    (list) => {
      const [first] = list;
      const most = first?.intent === 'oos' ? foreign : first?.intent === 'dispute.open' ? disputes : own;
      if (list.length <= most) return list;
      const placed = list.map((sentence, index) => ({
        sentence,
        at: Math.imul(index + 1, 2654435761) >>> 0,
      }));
      return placed
        .sort((a, b) => a.at - b.at)
        .slice(0, most)
        .map(({ sentence }) => sentence);
    },
  );

export const placeOf = ({ side, state }: LabelledMessage) => ({
  side,
  asked: state?.asked,
  pending: state?.pending,
  lastIntent: state?.last_intent,
  invoice: state?.invoice,
  line: state?.line,
  case: state?.case,
  listed: state?.listed,
});

const featuresIn = (text: string, language: string, place: readonly string[] = []): Features => {
  const reading = readValues(ownWords(text), { today, language });
  return featuresOf(reading.tagged, wordForm, [...marksOf(reading), ...place]);
};

/** What the engine tells apart beyond the labels of the corpus: only phrases teach it. */
const ownIntents = /^(?:policy\.ask|rep\.draft|rep\.availability)$/;

/** Messages, each twice or once for each of its intents, and the sentences of the phrase files. */
export function intentExamples(
  messages: readonly LabelledMessage[],
  sentences: readonly Sentence[],
): Example[] {
  const learnt = messages.flatMap((message): Example[] => {
    const features = featuresIn(message.text, message.language, placeMarks(placeOf(message)));
    const labels = message.intents.length === 1 ? [...message.intents, ...message.intents] : message.intents;
    return labels.map((label) => ({ features, label }));
  });
  const paired = pairsOf(messages).flatMap(({ text, first, second }): Example[] => {
    const features = featuresIn(text, first.language, placeMarks(placeOf(first)));
    return [...first.intents, ...second.intents].map((label) => ({ features, label }));
  });
  return [
    ...learnt,
    ...paired,
    ...sentences.flatMap(({ text, intent, side, language }) => {
      const example = { features: featuresIn(text, language, placeMarks({ side })), label: intent };
      return ownIntents.test(intent) ? [example, example, example] : [example];
    }),
  ];
}

/** Messages that say what is wrong, with the kind of dispute; and the phrases that do. */
export function disputeExamples(
  messages: readonly LabelledMessage[],
  sentences: readonly Sentence[],
): Example[] {
  const learnt = messages.flatMap((message): Example[] => {
    const label = disputeOf(message);
    return label ? [{ features: featuresIn(message.text, message.language), label }] : [];
  });
  const known = new Set(learnt.map(({ label }) => label));
  const told = sentences.flatMap(({ text, language, kind }): Example[] =>
    kind && known.has(kind) ? [{ features: featuresIn(text, language), label: kind }] : [],
  );
  return [...learnt, ...told];
}

/** The one kind of dispute a message names, "none" where it could but does not; undefined for several and for other messages. */
export function disputeOf({ slots, intents }: LabelledMessage): string | undefined {
  const kinds = new Set([slots.dispute_type ?? []].flat().map(String));
  const [kind] = kinds;
  if (kinds.size === 0 && intents.includes('dispute.open')) return noDispute;
  return kinds.size === 1 ? kind : undefined;
}

const otherLanguages = (): { text: string; language: string }[] =>
  readFileSync(join(languageFolder, 'other.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((text) => ({ text, language: otherLanguage }));

/** Texts with their language; as many of each language as of the others, as far as there are. */
export function languageExamples(
  messages: readonly LabelledMessage[],
  sentences: readonly Sentence[],
): { examples: Example[]; form: typeof languageForm } {
  const texts = [...messages, ...sentences, ...Array.from({ length: 6 }, otherLanguages).flat()];
  const fair = [...Map.groupBy(texts, ({ language }) => language).values()].flatMap((list) => {
    const step = Math.max(1, list.length / mostOfALanguage);
    return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  });
  const examples = fair.map(({ text, language }) => ({
    features: featuresOf(text, languageForm),
    label: language,
  }));
  return { examples, form: languageForm };
}

/** Words of the phrase files and those that more than two authors use, with how often: "en word", as each is one of its language. */
export function lexiconOf(
  sentences: readonly Sentence[],
  messages: readonly LabelledMessage[],
): Map<string, number> {
  const lexicon = new Map<string, number>();
  const add = (key: string, count: number): unknown => lexicon.set(key, (lexicon.get(key) ?? 0) + count);
  for (const { text, language } of sentences)
    for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) add(`${language} ${word}`, 1);
  for (const [language, said] of Map.groupBy(messages, (message) => message.language))
    for (const [word, count] of peopleUsing(said))
      if (count > 2 && /^\p{L}{3,}$/u.test(word)) add(`${language} ${word}`, count);
  return lexicon;
}
