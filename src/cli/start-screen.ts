import type { WriteStream } from 'node:tty';
import type { Config } from '#config';
import packageJson from '../../package.json' with { type: 'json' };

type Out = Pick<WriteStream, 'write' | 'isTTY'>;

const bar = (share: number) => `[${'█'.repeat(Math.round(share * 20)).padEnd(20, '░')}]`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What `npm start` shows: progress while it prepares, then addresses, sign-ins and a sentence to try. */
export function startScreen(out: Out, config: Config) {
  const mode = config.demo
    ? 'demo mode: offline engine, sample data, nothing leaves this machine'
    : `${config.model.provider === 'offline' ? 'offline engine' : `model ${config.model.model}`}, ${config.databaseUrl === undefined ? 'SQLite' : 'PostgreSQL'}`;
  out.write(`  redress ${packageJson.version}  ${mode}\n\n`);
  const began = new Map<string, number>();
  const titles = { database: 'Preparing database', samples: 'Loading samples' };
  return {
    progress(what: 'database' | 'samples', done: number, total: number): void {
      const from = began.get(what) ?? performance.now();
      began.set(what, from);
      const share = total === 0 ? 1 : done / total;
      const line = `  ${titles[what].padEnd(20)} ${bar(share)}`;
      if (share < 1) {
        if (out.isTTY) out.write(`\r${line}`);
        return;
      }
      out.write(`${out.isTTY ? '\r' : ''}${line}   ${seconds(performance.now() - from)}\n`);
    },
    ready(counts: { invoices: number; cases: number }, url: string, ms: number): void {
      const samples = counts.invoices > 0 ? `${counts.invoices} invoices, ${counts.cases} cases   ` : '';
      out.write(`  ${'Ready'.padEnd(20)} ${samples}in ${seconds(ms)}\n\n`);
      out.write(addresses(config, url));
    },
  };
}

function addresses({ demo }: Config, url: string): string {
  const rows = [
    ['Customer page', `${url}/`, demo ? 'sign in as  dana@brightwell.test' : ''],
    [
      'Rep workspace',
      `${url}/workspace`,
      demo ? 'sign in as  sam@redress.test (a manager: mara@redress.test)' : '',
    ],
    ...(demo ? [['Mailbox', `${url}/mailbox`, 'mails that the demo sends']] : []),
    ['API reference', `${url}/docs`, ''],
  ];
  const wide = Math.max(...rows.map(([, address = '']) => address.length)) + 3;
  const lines = rows.map(([title = '', address = '', hint = '']) =>
    `  ${title.padEnd(16)}${address.padEnd(wide)}${hint}`.trimEnd(),
  );
  const hints = demo
    ? [
        '',
        '  Try this: open the customer page and write',
        '            Why is INV-20418 higher than last month?',
        '  then      Only 100 crates arrived, I want a credit',
        '',
        '  Stop with Ctrl+C. Start over with  npm run redress -- demo --reset',
      ]
    : ['', '  Stop with Ctrl+C.'];
  return `${[...lines, ...hints].join('\n')}\n`;
}
