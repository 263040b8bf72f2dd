import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

// Which folders a folder may import besides itself: arrows never turn back. What only lends its types stands after `types:`.
const mayImport: Record<string, string[]> = {
  domain: [],
  storage: ['domain'],
  connectors: ['domain'],
  'offline-engine': ['domain'],
  models: ['domain', 'offline-engine'],
  knowledge: ['domain', 'storage', 'models'],
  actions: ['domain', 'storage', 'connectors', 'knowledge'],
  desks: ['domain', 'actions'],
  tools: ['domain', 'desks'],
  agents: ['domain', 'tools', 'desks', 'models'],
  live: ['domain', 'storage'],
  http: ['domain', 'agents', 'desks', 'live'],
  ui: ['types:http', 'types:domain'],
  widget: ['ui', 'types:http', 'types:domain'],
  workspace: ['ui', 'types:http', 'types:domain'],
};
const root = join(import.meta.dirname, '..');
const sources = globSync('{src,tools,evals,fixtures}/**/*.{ts,tsx,mjs,css}', { cwd: root });
const code = sources.filter((file) => !/\.test\.tsx?$|\.css$/.test(file));
const text = (file: string) => readFileSync(join(root, file), 'utf8');

const statement =
  /^\s*(?:import|export)\s+(type\s)?([^'"`;]*?)\bfrom\s+'([^']+)'|\bimport\s*\(?\s*'([^']+)'/gm;

/** The path from the root for our own files, the bare name for packages. */
function importsOf(file: string, content: string) {
  return [...content.matchAll(statement)].map(([, type, names, from, alone]) => {
    const path = from ?? alone ?? '';
    const onlyTypes = type !== undefined || /^\{\s*(type\s+\w+( as \w+)?\s*,?\s*)+\}\s*$/.test(names ?? '');
    if (path.startsWith('.')) return { path: join(dirname(file), path), onlyTypes };
    return {
      path: path
        .replace(/^#(tools|fixtures|evals)\//, '$1/')
        .replace(/^#(main|config)$/, 'src/$1.ts')
        .replace('#', 'src/'),
      onlyTypes,
    };
  });
}

const folderOf = (path: string) => /^(?:src\/)?([^/]+)\//.exec(path)?.[1] ?? '';
const isOurs = (path: string) => /^(src|tools|evals|fixtures|prompts|migrations)\//.test(path);

function forbiddenImports(file: string, content = text(file)): string[] {
  const folder = folderOf(file);
  const allowed = mayImport[folder];
  return importsOf(file, content)
    .filter(({ path, onlyTypes }) => {
      if (path.endsWith('storage/every-engine.ts')) return true;
      if (folder === 'domain' && !isOurs(path)) return !['zod', 'big.js'].includes(path);
      if (allowed === undefined || !isOurs(path) || folderOf(path) === folder) return false;
      if (path === 'src/config.ts') return folder === 'domain' || !onlyTypes;
      return !allowed.includes(folderOf(path)) && !(onlyTypes && allowed.includes(`types:${folderOf(path)}`));
    })
    .map(({ path }) => path);
}

test('every file imports only what its layer may know', () => {
  const faults = code.flatMap((file) => forbiddenImports(file).map((path) => `${file} imports ${path}`));
  expect(faults).toEqual([]);
});

test.each([
  ['src/domain/a.ts', "import { db } from '#storage/database.ts';"],
  ['src/domain/a.ts', "import { readFileSync } from 'node:fs';"],
  ['src/domain/views/a.ts', "import type { Row } from '../../storage/tables.ts';"],
  ['src/http/a.ts', "export { close } from '#actions/close-case.ts';"],
  ['src/widget/a.tsx', "import { app, type App } from '#http/app.ts';"],
  ['src/desks/a.ts', "const run = await import('#agents/run-turn.ts');"],
  ['src/models/a.ts', "import { readConfig } from '#config';"],
  ['src/main.ts', "import { everyEngine } from '#storage/every-engine.ts';"],
  ['tools/a.ts', "import {\n  find,\n} from '#storage/invoices.ts';"],
])('%s may not say %s', (file, content) => {
  expect(forbiddenImports(file, content)).toHaveLength(1);
});

test.each([
  ['src/domain/a.ts', "import * as z from 'zod';\nimport { b } from './views/b.ts';"],
  [
    'src/widget/a.tsx',
    "import type { App } from '#http/app.ts';\nimport { type Case } from '#domain/case.ts';",
  ],
  ['src/models/a.ts', "import type { Config } from '#config';\nimport { generateText } from 'ai';"],
  ['src/http/a.ts', "import { customerDesk } from '#desks/customer-desk.ts';"],
  ['src/main.ts', "import { app } from '#http/app.ts';"],
])('%s may say %s', (file, content) => {
  expect(forbiddenImports(file, content)).toEqual([]);
});

test('no file is longer than 400 lines', () => {
  expect(sources.filter((file) => text(file).trimEnd().split('\n').length > 400)).toEqual([]);
});

test('every name says what is inside', () => {
  expect(
    sources.filter((file) => /(^|[/-])(utils?|helpers?|common|misc|types|index)[/.]/.test(file)),
  ).toEqual([]);
});
