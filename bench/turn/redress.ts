// Our whole turn with everything on: identity, stored log, tools over the database, answer check, audit, streamed to a reader.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#config';
import { assemble } from '#main';
import { serveRedress } from '../../src/serve.ts';
import { reportToBench } from './report.ts';

const config = readConfig({
  ...process.env,
  DATA_DIR: mkdtempSync(join(tmpdir(), 'redress-bench-')),
  MODEL: 'openai:bench',
  OPENAI_API_KEY: 'bench',
  LOG_LEVEL: 'silent',
  TURNS_PER_MINUTE: '10000',
});
await serveRedress(await assemble(config));
reportToBench();
