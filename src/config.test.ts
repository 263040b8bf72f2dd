import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { demoSecrets } from './config/config-rules.ts';
import { ConfigFault, readConfig, renderEnvExample, settings } from './config.ts';

const signing = 'a'.repeat(32);
const service = 's'.repeat(32);
const real = { SIGNING_SECRET: signing, SERVICE_SECRET: service, POLICY_FILE: 'policy.yaml' };
const remote = 'https://llm.example.com/v1';

type Environment = Record<string, string | undefined>;

function faultOf(env: Environment): ConfigFault {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error;
    throw error;
  }
  throw new Error('These settings were accepted');
}

test('without any setting the demo runs on this machine alone', () => {
  expect(readConfig({})).toMatchObject({
    demo: true,
    host: '127.0.0.1',
    port: 4000,
    publicUrl: 'http://localhost:4000',
    databaseUrl: undefined,
    model: { provider: 'offline' },
    embedder: { provider: 'local' },
    customers: { signingKeys: [{ kid: 'default', secret: demoSecrets.signing }], audience: 'redress' },
    policyFile: expect.stringMatching(/fixtures\/policy\.yaml$/),
  });
});

test.each<[string, Environment, boolean]>([
  ['a signing secret ends the demo', real, false],
  [
    'a key set ends the demo',
    { ...real, SIGNING_SECRET: undefined, CUSTOMER_JWKS_URL: 'https://a.test/keys' },
    false,
  ],
  ['the demo can be asked for beside real secrets', { ...real, DEMO: 'true' }, true],
  ['the demo can be switched off', { ...real, DEMO: 'false' }, false],
  ['an empty value counts as none', { DEMO: '', SIGNING_SECRET: ' ', DATABASE_URL: '' }, true],
])('%s', (_, env, demo) => {
  expect(readConfig(env).demo).toBe(demo);
});

test('a key set alone leaves no shared secret that would be accepted', () => {
  const env = { ...real, SIGNING_SECRET: undefined, CUSTOMER_JWKS_URL: 'https://a.test/keys' };
  expect(readConfig(env).customers).toEqual({
    signingKeys: [],
    jwksUrl: 'https://a.test/keys',
    audience: 'redress',
  });
});

test('several named signing secrets stand side by side, so that one can be replaced', () => {
  expect(
    readConfig({ ...real, SIGNING_SECRET: `new:${'n'.repeat(32)}, old:${'o'.repeat(40)}` }).customers
      .signingKeys,
  ).toEqual([
    { kid: 'new', secret: 'n'.repeat(32) },
    { kid: 'old', secret: 'o'.repeat(40) },
  ]);
});

test.each<[Environment, object]>([
  [
    { MODEL: 'openai:gpt-5-mini', OPENAI_API_KEY: 'k' },
    { provider: 'openai', model: 'gpt-5-mini', apiKey: 'k' },
  ],
  [
    { MODEL: 'llama3.3', MODEL_BASE_URL: `${remote}/` },
    { provider: 'compatible', model: 'llama3.3', baseUrl: remote },
  ],
  [{ MODEL: 'offline', MODEL_BASE_URL: remote }, { provider: 'offline' }],
])('%o chooses the model', (env, model) => {
  expect(readConfig(env).model).toMatchObject(model);
});

test('every fault is told at once, each with its reason and its remedy', () => {
  const env = { ...real, SIGNING_SECRET: 'twelve chars', MODEL: 'llama3.3', MODEL_BASE_URL: 'openai' };
  expect(faultOf(env).message).toBe(
    `  Not started. 2 settings need attention:

  SIGNING_SECRET   is 12 characters, needs at least 32. It signs customer sign-ins. Needed outside the demo.
                   Fix:  npm run -s redress -- secret SIGNING_SECRET >> .env     or set CUSTOMER_JWKS_URL
  MODEL_BASE_URL   is not a web address: "openai". An OpenAI-compatible server answers there. Needed because MODEL=llama3.3.
                   Example:  MODEL_BASE_URL=https://llm.example.com/v1     or set MODEL=offline

  All settings: npm run redress -- config --explain`,
  );
});

test('a single fault is told in the singular', () => {
  expect(faultOf({ PORT: 'http' }).message).toContain('1 setting needs attention:');
});

test.each<[string, Environment, string[]]>([
  [
    'outside the demo three settings are needed',
    { DEMO: 'false' },
    ['SIGNING_SECRET', 'SERVICE_SECRET', 'POLICY_FILE'],
  ],
  ['production refuses to be a demo', { ...real, NODE_ENV: 'production', DEMO: 'true' }, ['DEMO']],
  [
    'production refuses the secrets of the demo',
    {
      ...real,
      NODE_ENV: 'production',
      SIGNING_SECRET: demoSecrets.signing,
      SERVICE_SECRET: demoSecrets.service,
    },
    ['SIGNING_SECRET', 'SERVICE_SECRET'],
  ],
  [
    'production needs its own secrets',
    { NODE_ENV: 'production', POLICY_FILE: 'p' },
    ['SIGNING_SECRET', 'SERVICE_SECRET'],
  ],
  ['a misspelt NODE_ENV does not become a demo', { NODE_ENV: 'prod' }, ['NODE_ENV']],
  [
    'other sites must not know the secret of our own links',
    { ...real, SERVICE_SECRET: signing },
    ['SERVICE_SECRET'],
  ],
  [
    'one short secret among several is found',
    { ...real, SIGNING_SECRET: `a:${signing},b:short` },
    ['SIGNING_SECRET'],
  ],
  [
    'two secrets cannot share a name',
    { ...real, SIGNING_SECRET: `a:${signing},a:${'b'.repeat(32)}` },
    ['SIGNING_SECRET'],
  ],
  ['OpenAI needs its key', { MODEL: 'openai:gpt-5-mini' }, ['OPENAI_API_KEY']],
  ['a named model needs its server', { MODEL: 'llama3.3' }, ['MODEL_BASE_URL']],
  ['a named embedder needs its server', { EMBEDDER: 'bge-m3' }, ['EMBEDDER_BASE_URL']],
  ['a provider alone is no model', { MODEL: 'openai:', OPENAI_API_KEY: 'k' }, ['MODEL']],
  ['mail needs a sender', { SMTP_URL: 'smtp://mail.test:25' }, ['MAIL_FROM']],
  ['an origin has no path', { ALLOWED_ORIGINS: 'https://a.test,https://b.test/shop' }, ['ALLOWED_ORIGINS']],
  ['every site at once is not a list of sites', { ALLOWED_ORIGINS: '*' }, ['ALLOWED_ORIGINS']],
  [
    'keys are not fetched in the clear',
    { ...real, CUSTOMER_JWKS_URL: 'http://a.test/keys' },
    ['CUSTOMER_JWKS_URL'],
  ],
  ['a key set is a web address', { ...real, CUSTOMER_JWKS_URL: 'keys' }, ['CUSTOMER_JWKS_URL']],
  ['only PostgreSQL is another database', { DATABASE_URL: 'mysql://db.test/x' }, ['DATABASE_URL']],
  [
    'seconds are whole',
    { HOLD_SECONDS: '1.5', TURN_TIMEOUT_SECONDS: '0' },
    ['HOLD_SECONDS', 'TURN_TIMEOUT_SECONDS'],
  ],
  ['the log level is a known one', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
])('%s', (_, env, names) => {
  expect(new Set(faultOf(env).faults.map(({ name }) => name))).toEqual(new Set(names));
});

test('a complaint never repeats a secret', () => {
  const { message } = faultOf({
    SIGNING_SECRET: 'hush',
    SERVICE_SECRET: 'hush',
    DATABASE_URL: 'mysql://redress:hush@db.test',
    SMTP_URL: 'http://redress:hush@mail.test',
  });
  expect(message).not.toContain('hush');
});

describe('.env.example', () => {
  test('is what the settings say; `npx vitest run -u src/config.test.ts` writes it anew', async () => {
    await expect(renderEnvExample()).toMatchFileSnapshot('../.env.example');
  });

  test('fits on one page', () => {
    expect(renderEnvExample().split('\n').length).toBeLessThanOrEqual(40);
  });

  test('works once the lines are uncommented, except that its secrets are refused', () => {
    const env = parseEnv(renderEnvExample().replace(/^#(?=[A-Z_]+=)/gm, ''));
    expect(Object.keys(env).sort()).toEqual(settings.map(({ name }) => name).sort());
    expect(faultOf(env).faults.map(({ name }) => name)).toEqual(['SIGNING_SECRET', 'SERVICE_SECRET']);
    expect(readConfig({ ...env, SIGNING_SECRET: signing, SERVICE_SECRET: service })).toMatchObject({
      production: true,
    });
  });
});
