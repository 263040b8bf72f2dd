import type { ParseArgsConfig } from 'node:util';

/** One command of the CLI: what it is for, how it is called, and what it does. `run` answers the exit code. */
export type Command = {
  readonly summary: string;
  /** Call after `npm run redress -- `. */
  readonly usage: string;
  readonly example: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** What each option means, in the order to show. */
  readonly explains: Readonly<Record<string, string>>;
  readonly exitCodes?: Readonly<Record<number, string>>;
  run(input: { values: Readonly<Record<string, unknown>>; positionals: readonly string[] }): Promise<number>;
};

/** Called wrongly: the message says what is wrong; the exit code is 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** The text of `--help`. */
export function helpOf(name: string, command: Command): string {
  const wide = Math.max(6, ...Object.keys(command.explains).map((option) => option.length + 2));
  return [
    command.summary,
    '',
    `Usage:    npm run redress -- ${command.usage}`,
    `Example:  npm run redress -- ${command.example}`,
    '',
    ...Object.entries(command.explains).map(([option, meaning]) => `  --${option.padEnd(wide)}  ${meaning}`),
    `  --${'help'.padEnd(wide)}  Shows this text for ${name}`,
    ...(command.exitCodes
      ? [
          '',
          'Exit codes:',
          ...Object.entries(command.exitCodes).map(([code, meaning]) => `  ${code}  ${meaning}`),
        ]
      : []),
    '',
  ].join('\n');
}
