import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readYaml } from './read-yaml.ts';
import { WordFile } from './word-file.ts';

export const languageFolder = fileURLToPath(new URL('../language/', import.meta.url));

/** The languages that are understood; each has a folder with its words. */
export const languages: readonly string[] = readdirSync(languageFolder)
  .filter((name) => existsSync(join(languageFolder, name, 'words.yaml')))
  .sort((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b));

export const wordFiles: ReadonlyMap<string, WordFile> = new Map(
  languages.map((language) => [language, readWords(join(languageFolder, language, 'words.yaml'))]),
);

function readWords(path: string): WordFile {
  const found = WordFile.safeParse(readYaml(path));
  if (!found.success)
    throw new Error(
      `${path}: ${found.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    );
  return found.data;
}

export const localeOf = (language: string): string => wordFiles.get(language)?.locale ?? 'en-GB';
