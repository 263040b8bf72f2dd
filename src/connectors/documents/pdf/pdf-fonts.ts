import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const font = '@fontsource/noto-sans';

/** The writing systems our documents can show, most used first; the package splits the font into these files. */
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;
export type Weight = '400' | '700';

const resolved = new Map<string, string>();

/** The path of the font file for a script and weight. */
export function fontFile(script: string, weight: Weight): string {
  const name = `${font}/files/noto-sans-${script}-${weight}-normal.woff`;
  const known = resolved.get(name) ?? require.resolve(name);
  resolved.set(name, known);
  return known;
}

type Range = readonly [from: number, to: number];

const covered: readonly { readonly script: string; readonly ranges: readonly Range[] }[] = scripts.map(
  (script) => {
    const ranges = z.record(z.string(), z.string()).parse(require(`${font}/unicode.json`))[script] ?? '';
    return {
      script,
      ranges: ranges.split(',').map((range): Range => {
        const [from = '0', to = from] = range.replace('U+', '').split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      }),
    };
  },
);

/** A piece of text that one font file can show. */
export type Run = { readonly script: string; readonly text: string };

/** Splits text by the font files that hold its letters; letters that none holds become "?". */
export function runsOf(text: string): readonly Run[] {
  const runs: { script: string; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0;
    const script = covered.find(({ ranges }) =>
      ranges.some(([from, to]) => code >= from && code <= to),
    )?.script;
    const last = runs.at(-1);
    if (last && (script === undefined || script === last.script))
      last.text += script === undefined ? '?' : letter;
    else runs.push({ script: script ?? 'latin', text: script === undefined ? '?' : letter });
  }
  return runs;
}
