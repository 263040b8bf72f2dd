import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noDispute } from '../intent/classifier.ts';
import { languageFolder, languages } from '../words/languages.ts';
import { type DisputeType, disputeTypes } from '../words/word-file.ts';

/** One line of a phrase file: "(a|b)" is one of, "[a|b]" one of or nothing, "{invoice}" a value. */
export type Pattern = {
  readonly intent: string;
  readonly language: string;
  readonly side: 'both' | 'rep';
  /** What is wrong, by files like dispute.open.damaged.txt; "none" where it is not said. */
  readonly kind?: DisputeType | typeof noDispute;
  readonly text: string;
};

/**
 * Every phrase of every language: intents/*.txt for both sides, intents/rep/*.txt for reps, foreign.txt for what is not ours. A file
 * name is the intent; for disputes also what is wrong: dispute.open.damaged.txt.
 */
export function readPatterns(): Pattern[] {
  return languages.flatMap((language) => {
    const folder = join(languageFolder, language);
    return [
      ...phrasesIn(join(folder, 'intents'), language, 'both'),
      ...phrasesIn(join(folder, 'intents', 'rep'), language, 'rep'),
      ...linesOf(join(folder, 'foreign.txt')).map((text) => ({
        intent: 'oos',
        language,
        side: 'both' as const,
        text,
      })),
    ];
  });
}

function phrasesIn(folder: string, language: string, side: Pattern['side']): Pattern[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  return files.flatMap((file) => {
    const name = file.slice(0, -'.txt'.length);
    const kind = [...disputeTypes, noDispute].find((type) => name.endsWith(`.${type}`));
    const intent = kind ? name.slice(0, -kind.length - 1) : name;
    return linesOf(join(folder, file)).map((text) => ({
      intent,
      language,
      side,
      ...(kind ? { kind } : {}),
      text,
    }));
  });
}

const linesOf = (path: string): string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line && !line.startsWith('#'))
    : [];
