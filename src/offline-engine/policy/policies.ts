import * as z from 'zod';
import { PolicyPassage } from '#domain/views/account-view.ts';
import { tokensOf } from '../intent/features.ts';
import { detectLanguage } from '../text/language.ts';
import { policyInEnglish } from '../words/policy-english.ts';
import { failure, type Plan, type Planner, resultOf, type Said, type Turn, use } from './plan.ts';

const Passages = z.object({ passages: z.array(PolicyPassage) });
/** In characters; the search takes no more. */
const longestQuestion = 500;
/** The language the policies are expected in. */
const expected = 'en';

/** What the billing policies say: searched for in English, and in the words of the question where that finds nothing. */
export const planPolicy: Planner = function* ({ text }, turn) {
  const found = yield* quotePolicy(text, turn);
  if (typeof found === 'string') return { say: found };
  return found ?? { say: turn.say('policy.none'), ask: 'person' };
};

/** The words of the policies that answer a question, with their source; undefined when there is none, words about it when the search failed. */
export function* quotePolicy(text: string, turn: Turn): Plan<string | Said | undefined> {
  const { language } = turn.state.context;
  for (const question of questionsFor(text, detectLanguage(text, language))) {
    const answer = yield* use('search_billing_policies', { question });
    const found = resultOf(answer, Passages);
    if (!found) return failure(answer, turn);
    const [passage] = found.passages;
    if (passage) return turn.say('policy.quote', quoteOf(passage, question, language));
  }
  return undefined;
}

/** What to search for, one after the other. */
function questionsFor(text: string, language: string): string[] {
  const english = policyInEnglish(text, language);
  const first = language === expected ? [text, english].filter(Boolean).join(' ') : english;
  return [...new Set([first, text].map((question) => question.slice(0, longestQuestion)))].filter(Boolean);
}

function quoteOf({ title, section, text }: PolicyPassage, question: string, language: string) {
  const sentence = bestSentences(text, question);
  return {
    sentence,
    title,
    section,
    english: language !== expected && detectLanguage(sentence, language) === expected,
  };
}

const stem = (word: string): string => word.replace(/(?:ies|ed|ing|es|s)$/, '');

/** Words shared from which on two sentences answer equally well. */
const leastShared = 3;
const mostQuoted = 2;

/** The sentence of a passage that shares the most words with the question; two where both share as many. */
function bestSentences(passage: string, question: string): string {
  const asked = new Set(
    tokensOf(question)
      .filter((word) => word.length > 3)
      .map(stem),
  );
  const sentences = passage.replace(/\s+/g, ' ').match(/[^.!?]+[.!?]+(?=\s|$)|[^.!?]+$/g) ?? [passage];
  const shared = sentences.map((sentence) => new Set(tokensOf(sentence).map(stem)).intersection(asked).size);
  const most = Math.max(...shared);
  const best = sentences.filter((_, at) => shared[at] === most).map((sentence) => sentence.trim());
  return best.slice(0, most >= leastShared ? mostQuoted : 1).join(' ');
}
