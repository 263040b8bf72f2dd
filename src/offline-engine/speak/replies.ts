import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { languageFolder, languages } from '../words/languages.ts';
import { readYaml } from '../words/read-yaml.ts';
import { type Facts, fill } from './fill.ts';

const Pack = z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]));
type Pack = z.infer<typeof Pack>;

/** What is said to people in a conversation, and what is written about conversations and cases. */
const packFiles = ['replies.yaml', 'records.yaml'];

/** The languages that have replies; the others are answered in English. */
export const packs: ReadonlyMap<string, Pack> = new Map(
  languages.flatMap((language) => {
    const paths = packFiles.map((name) => join(languageFolder, language, name)).filter(existsSync);
    const pack = Object.assign({}, ...paths.map((path) => Pack.parse(readYaml(path))));
    return paths.length > 0 ? [[language, Pack.parse(pack)] as const] : [];
  }),
);

export const repliesIn = (language: string): string => (packs.has(language) ? language : 'en');

export type Say = (key: string, facts?: Facts) => string;

/** Speaks one language; where a key has several wordings the turn picks one. Throws on a key nobody wrote. */
export function speaker(language: string, turn = 0): Say {
  const spoken = repliesIn(language);
  const pack = packs.get(spoken);
  return (key, facts = {}) => {
    const wording = pack?.[key];
    if (wording === undefined) throw new Error(`No reply "${key}" in ${spoken}`);
    const template = typeof wording === 'string' ? wording : (wording[turn % wording.length] ?? '');
    return fill(template, facts, spoken)
      .replace(/[ \t]+\n/g, '\n')
      .replace(/[ \t]{2,}/g, ' ')
      .trim();
  };
}
