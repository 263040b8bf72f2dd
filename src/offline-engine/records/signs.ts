import type { MoodSign } from '#domain/views/mood-view.ts';
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
    ['exclamation', sentences.find((one) => exclaiming.test(one) && !isIn(one, cues.cheerful))],
  ];
  return found.flatMap(([sign, words]) => (words === undefined ? [] : [{ sign, words: quoted(words) }]));
}

/** The first of the words that is not denied just before: "not angry" shows no anger. */
const said = (text: string, pattern: RegExp, { denied }: Cues): string | undefined =>
  [...text.matchAll(pattern)].find(({ index }) => !denied.test(text.slice(0, index)))?.[0];

const isIn = (text: string, pattern: RegExp): boolean => text.search(pattern) !== -1;

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
