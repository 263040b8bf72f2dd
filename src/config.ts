import { join } from 'node:path';
import type * as z from 'zod';
import { ConfigFault, type Fault } from './config/config-fault.ts';
import { demoSecrets, neededSettings, refusedSettings, runsAsDemo } from './config/config-rules.ts';
import type { SigningKey } from './config/setting-values.ts';
import { environment, type GivenSettings, settings } from './config/settings.ts';

export { ConfigFault } from './config/config-fault.ts';
export { renderEnvExample } from './config/env-example.ts';
export { settings } from './config/settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Values = z.output<typeof environment>;

/** A model or embedder elsewhere; `openai` speaks OpenAI's own API, `compatible` the chat-completions one at `baseUrl`. */
export type RemoteModel =
  | { provider: 'openai'; model: string; apiKey: string; baseUrl: string | undefined }
  | { provider: 'compatible'; model: string; apiKey: string | undefined; baseUrl: string };

export type Config = {
  production: boolean;
  demo: boolean;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Without a slash at its end. */
  publicUrl: string;
  allowedOrigins: string[];
  dataDir: string;
  /** Undefined means SQLite in `dataDir`. */
  databaseUrl: string | undefined;
  customers: { signingKeys: SigningKey[]; jwksUrl: string | undefined; audience: string };
  serviceSecret: string;
  model: { provider: 'offline' } | RemoteModel;
  embedder: { provider: 'local' } | RemoteModel;
  /** Undefined means no mail server: the demo shows its mails in the in-app mailbox. */
  smtpUrl: string | undefined;
  mailFrom: string;
  policyFile: string;
  holdSeconds: number;
  turnsPerMinute: number;
  turnTimeoutSeconds: number;
  logLevel: Values['LOG_LEVEL'];
};

/** Understands the whole environment at once. Throws ConfigFault with every fault in it. */
export function readConfig(env: Environment): Config {
  const given = givenSettings(env);
  const parsed = environment.safeParse(given);
  const faults = findFaults(given, parsed.error?.issues ?? []);
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
  return assemble(parsed.data, runsAsDemo(given));
}

/** An empty value is no value: compose files pass what is not set as an empty text. */
function givenSettings(env: Environment): GivenSettings {
  const given: GivenSettings = {};
  for (const { name } of settings) {
    const value = env[name]?.trim();
    if (value) given[name] = value;
  }
  return given;
}

/** At most one fault for a setting, in the order of the settings. */
function findFaults(given: GivenSettings, issues: readonly z.core.$ZodIssue[]): Fault[] {
  const needs = neededSettings(given);
  const refused = refusedSettings(given);
  return settings.flatMap(({ name, why, example }): Fault[] => {
    const need = needs.find((needed) => needed.name === name);
    const refusal = refused.find((setting) => setting.name === name);
    const missing = need && given[name] === undefined ? 'is not set' : undefined;
    const wrong = missing ?? issues.find((issue) => issue.path[0] === name)?.message ?? refusal?.wrong;
    if (wrong === undefined) return [];
    const isSecret = name === 'SIGNING_SECRET' || name === 'SERVICE_SECRET';
    const fix = refusal?.fix ?? (isSecret ? `npm run -s redress -- secret ${name} >> .env` : undefined);
    const remedy = fix === undefined ? `Example:  ${name}=${example}` : `Fix:  ${fix}`;
    const otherwise = need?.otherwise === undefined ? '' : `     or ${need.otherwise}`;
    return [{ name, wrong, why: need ? `${why} ${need.because}` : why, remedy: remedy + otherwise }];
  });
}

function assemble(values: Values, demo: boolean): Config {
  const demoOnly = (value: string): string => {
    if (!demo) throw new Error('A demo value was about to be used outside the demo');
    return value;
  };
  const usesKeySet = values.CUSTOMER_JWKS_URL !== undefined;
  return {
    production: values.NODE_ENV === 'production',
    demo,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    allowedOrigins: values.ALLOWED_ORIGINS ?? [],
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    customers: {
      signingKeys:
        values.SIGNING_SECRET ??
        (usesKeySet ? [] : [{ kid: 'default', secret: demoOnly(demoSecrets.signing) }]),
      jwksUrl: values.CUSTOMER_JWKS_URL,
      audience: values.CUSTOMER_AUDIENCE,
    },
    serviceSecret: values.SERVICE_SECRET ?? demoOnly(demoSecrets.service),
    model: remoteModel(values.MODEL, 'offline', values.MODEL_BASE_URL, values) ?? { provider: 'offline' },
    embedder: remoteModel(values.EMBEDDER, 'local', values.EMBEDDER_BASE_URL, values) ?? {
      provider: 'local',
    },
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? 'service@redress.test',
    policyFile: values.POLICY_FILE ?? demoOnly(join(import.meta.dirname, '../fixtures/policy.yaml')),
    holdSeconds: values.HOLD_SECONDS,
    turnsPerMinute: values.TURNS_PER_MINUTE,
    turnTimeoutSeconds: values.TURN_TIMEOUT_SECONDS,
    logLevel: values.LOG_LEVEL,
  };
}

function remoteModel(
  name: string,
  builtIn: string,
  baseUrl: string | undefined,
  { OPENAI_API_KEY: openaiKey, MODEL_API_KEY: apiKey }: Values,
): RemoteModel | undefined {
  const openaiModel = /^openai:(.+)$/.exec(name)?.[1];
  if (openaiModel !== undefined && openaiKey !== undefined) {
    return { provider: 'openai', model: openaiModel, apiKey: openaiKey, baseUrl };
  }
  if (name !== builtIn && baseUrl !== undefined)
    return { provider: 'compatible', model: name, apiKey, baseUrl };
  return undefined;
}
