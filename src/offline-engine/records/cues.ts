import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { languageFolder, languages } from '../words/languages.ts';
import { type Pattern, pattern } from '../words/pattern.ts';
import { readYaml } from '../words/read-yaml.ts';
import { wholeWords } from '../words/words.ts';

/** The lists of a mood.yaml, each alternatives separated by |. */
export const cueNames = [
  'angry',
  'frustrated',
  'worried',
  'legal',
  'deadline',
  'cheerful',
  'denied',
  'promise',
  'asking',
] as const;
export type CueName = (typeof cueNames)[number];

const MoodFile = z.strictObject({
  ...z.object(Object.fromEntries(cueNames.map((name) => [name, z.string().optional()]))).shape,
});
type MoodFile = Readonly<Record<string, string | undefined>>;

/** The languages whose moods are read; in others only capitals, marks and repeated questions show one. */
export const moodFiles: ReadonlyMap<string, MoodFile> = new Map(
  languages.flatMap((language) => {
    const path = join(languageFolder, language, 'mood.yaml');
    return existsSync(path) ? [[language, MoodFile.parse(readYaml(path))] as const] : [];
  }),
);

export type Cues = Readonly<Record<CueName, Pattern>>;
const compiled = new Map<string, Cues>();

/** The words of a language as patterns that find whole words, everywhere in a text. */
export function cuesOf(language: string): Cues {
  const known = compiled.get(language);
  if (known) return known;
  const file = moodFiles.get(language) ?? {};
  const of = (name: CueName) => wholeWords(file[name] ?? '(?!)');
  const cues: Cues = {
    angry: of('angry'),
    frustrated: of('frustrated'),
    worried: of('worried'),
    legal: of('legal'),
    deadline: of('deadline'),
    cheerful: of('cheerful'),
    denied: pattern(`(?<!\\p{L})(?:${file.denied ?? '(?!)'})(?:\\s+\\p{L}+){0,2}\\s+$`),
    promise: of('promise'),
    asking: pattern(`^[\\s¿¡]*(?:${file.asking ?? '(?!)'})(?!\\p{L})`),
  };
  compiled.set(language, cues);
  return cues;
}
