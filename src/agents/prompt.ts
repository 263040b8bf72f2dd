import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What an agent is told, and which version of it. */
export type Prompt = { readonly version: string; fill(values: Readonly<Record<string, string>>): string };

/** Reads a prompt of the prompts folder. Every placeholder must get a value, and every value must have its placeholder. */
export function readPrompt(name: 'invoice-assistant' | 'dispute-assist'): Prompt {
  const text = readFileSync(fileURLToPath(new URL(`../../prompts/${name}.md`, import.meta.url)), 'utf8');
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const version = /^version:\s*(\S+)$/m.exec(front)?.[1];
  if (version === undefined) throw new Error(`prompts/${name}.md has no version in its front matter`);
  const wanted = new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, key]) => key ?? ''));
  return {
    version: `${name}@${version}`,
    fill(values) {
      const missing = [...wanted].filter((key) => values[key] === undefined);
      const unused = Object.keys(values).filter((key) => !wanted.has(key));
      if (missing.length + unused.length > 0)
        throw new Error(`prompts/${name}.md and its values differ: ${[...missing, ...unused].join(', ')}`);
      return body.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
    },
  };
}
