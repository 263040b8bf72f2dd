import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';

const engineFolder = fileURLToPath(new URL('../', import.meta.url));
/** What parsing gave, kept because parsing takes longer than everything else at the start. */
export const parsedFile = fileURLToPath(new URL('../weights/parsed.json', import.meta.url));

const Parsed = z.record(z.string(), z.object({ hash: z.string(), value: z.unknown() }));
export type Parsed = z.infer<typeof Parsed>;

const kept: Parsed = existsSync(parsedFile) ? Parsed.parse(JSON.parse(readFileSync(parsedFile, 'utf8'))) : {};
const read: Parsed = {};

/** A YAML file of the engine; parsed only when it changed since its parsed form was kept. */
export function readYaml(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  const name = relative(engineFolder, path).replaceAll(sep, '/');
  const hash = createHash('sha256').update(text).digest('hex');
  const before = kept[name];
  const value: unknown = before?.hash === hash ? before.value : parse(text);
  read[name] = { hash, value };
  return value;
}

/** The parsed form of every file read so far, to be kept for the next start. */
export const parsedForm = (): string => `${JSON.stringify(read)}\n`;
export const isKept = (): boolean =>
  Object.entries(read).every(([name, { hash }]) => kept[name]?.hash === hash);
