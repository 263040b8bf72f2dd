import { join } from 'node:path';
import * as z from 'zod';
import { languageFolder, languages } from './languages.ts';
import type { Pattern } from './pattern.ts';
import { readYaml } from './read-yaml.ts';
import { wholeWords } from './words.ts';

const Terms = z.record(z.string(), z.string()).default({});

/** A language's policy-english.yaml: English words of the billing policies, and the words that stand for them. */
const PolicyFile = z.strictObject({ asked: Terms, about: Terms, otherwise: Terms });

type Term = { readonly english: string; readonly words: Pattern };
type PolicyWords = { readonly [Part in keyof z.infer<typeof PolicyFile>]: readonly Term[] };

const termsOf = (terms: Readonly<Record<string, string>>): Term[] =>
  Object.entries(terms).map(([english, words]) => ({ english, words: wholeWords(words) }));

function policyWords(language: string): PolicyWords {
  const file = PolicyFile.parse(readYaml(join(languageFolder, language, 'policy-english.yaml')));
  return { asked: termsOf(file.asked), about: termsOf(file.about), otherwise: termsOf(file.otherwise) };
}

const files = new Map(languages.map((language) => [language, policyWords(language)]));

/** The English words that a question about the billing policies is searched for; "" when no word of it is known. */
export function policyInEnglish(question: string, language: string): string {
  const file = files.get(language);
  if (!file) return '';
  const said = (terms: readonly Term[]): string[] =>
    terms.filter(({ words }) => words.test(question)).map(({ english }) => english);
  const about = said(file.about);
  // the subject first: it weighs most in what is found
  return [...(about.length > 0 ? about : said(file.otherwise)), ...said(file.asked)].join(', ');
}
