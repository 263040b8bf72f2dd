import type { MoodSign } from '#domain/views/mood-view.ts';
import { justBefore } from '../values/masked-text.ts';
import type { Pattern } from '../words/pattern.ts';
import { type Cues, cuesOf } from './cues.ts';
import { quoted, sentencesOf } from './quotes.ts';

export type FoundSign = { readonly sign: MoodSign; readonly words: string };

const fewest = { words: 3, letters: 8 };
/** Two question marks only show surprise. */
const exclaiming = /!{2,}|\?{3,}|\?!|!\?/;

/** What a message shows of its writer's mood, each sign once, with the words as they were written. */
export function signsIn(text: string, language: string): FoundSign[] {
  const cues = cuesOf(language);
  const sentences = sentencesOf(text);
  const found: [MoodSign, string | undefined][] = [
    ['angry_words', said(text, cues.angry, cues)],
    ['legal_words', said(text, cues.legal, cues)],
    ['shouting', sentences.find(isShouted)],
    ['frustrated_words', said(text, cues.frustrated, cues)],
    ['deadline', said(text, cues.deadline, cues)],
    ['worried_words', said(text, cues.worried, cues)],
    ['exclamation', sentences.find((one) => exclaiming.test(one) && !cues.cheerful.test(one))],
  ];
  return found.flatMap(([sign, words]) => (words === undefined ? [] : [{ sign, words: quoted(words) }]));
}

/** The first of the words that is not denied just before: "not angry" shows no anger. */
const said = (text: string, words: Pattern, { denied }: Cues): string | undefined =>
  words.matches(text).find(({ index }) => !denied.test(justBefore(text, index)))?.[0];

/** All capitals over several words; numbers of documents and single abbreviations are no shouting. */
function isShouted(sentence: string): boolean {
  const words = sentence.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word) && !/\d/.test(word));
  const letters = words.join('').replace(/\P{L}/gu, '');
  return (
    words.length >= fewest.words &&
    letters.length >= fewest.letters &&
    /\p{Lu}/u.test(letters) &&
    letters === letters.toUpperCase()
  );
}
