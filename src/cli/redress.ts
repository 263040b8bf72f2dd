import { parseArgs } from 'node:util';
import { ConfigFault } from '#config';
import { Refusal } from '#domain/refusal.ts';
import { type Command, helpOf, WrongUsage } from './command.ts';

/** Every command; loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start-command.ts')).startCommand,
  import: async () => (await import('./import-command.ts')).importCommand,
  token: async () => (await import('./token-command.ts')).tokenCommand,
  evals: async () => (await import('./evals-command.ts')).evalsCommand,
  demo: async () => (await import('./demo-command.ts')).demoCommand,
  config: async () => (await import('./config-command.ts')).configCommand,
  secret: async () => (await import('./secret-command.ts')).secretCommand,
  chat: async () => (await import('./chat-command.ts')).chatCommand,
  understand: async () => (await import('./understand-command.ts')).understandCommand,
  language: async () => (await import('./language-command.ts')).languageCommand,
  dialogues: async () => (await import('./dialogues-command.ts')).dialoguesCommand,
  audit: async () => (await import('./audit-command.ts')).auditCommand,
};

/** Runs one command; answers its exit code. */
export async function runCommand(
  args: readonly string[],
  out: (text: string) => void,
  fail: (text: string) => void,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    out(await overview());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    fail(`There is no command "${name}".\n\n${await overview()}`);
    return 2;
  }
  const command = await load();
  if (rest.includes('--help')) {
    out(helpOf(name, command));
    return 0;
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    return await command.run({ values, positionals });
  } catch (error) {
    if (error instanceof ConfigFault) {
      fail(`${error.message}\n`);
      return 78;
    }
    if (error instanceof WrongUsage || error instanceof Refusal || isParseError(error)) {
      fail(`${error.message}\n\n${helpOf(name, command)}`);
      return 2;
    }
    throw error;
  }
}

const isParseError = (error: unknown): error is Error =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).summary}`),
  );
  return [
    'Usage: npm run redress -- <command> [options]',
    '',
    ...rows,
    '',
    'Each command explains itself with --help.',
    '',
  ].join('\n');
}

if (import.meta.main) {
  const code = await runCommand(
    process.argv.slice(2),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
  process.exitCode = code;
}
