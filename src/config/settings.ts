import * as z from 'zod';
import {
  keySetAddress,
  mailAddress,
  mailServer,
  oneOf,
  origins,
  postgresAddress,
  secret,
  signingKeys,
  text,
  webAddress,
  wholeNumber,
} from './setting-values.ts';

/** What a person needs to know about one setting; `unset` says what happens without it when there is no fixed default. */
export type AboutSetting = {
  group: 'needed' | 'usual' | 'rare';
  unit: string;
  default?: string;
  unset?: string;
  example: string;
  why: string;
};

const about = z.registry<AboutSetting>();

const described = <Shape extends z.ZodType>(shape: Shape, words: AboutSetting): Shape => {
  about.add(shape, words);
  return shape;
};
const optional = <Value>(shape: z.ZodType<Value, string>, words: AboutSetting & { unset: string }) =>
  described(shape.optional(), words);
const withDefault = <Value>(shape: z.ZodType<Value, string>, words: AboutSetting & { default: string }) =>
  described(shape.prefault(words.default), words);

/** Every setting the service knows, as it stands in the environment, in the order in which people meet them. */
export const environment = z.object({
  SIGNING_SECRET: optional(signingKeys, {
    group: 'needed',
    unit: 'secret, or kid:secret pairs with commas',
    unset: 'a demo secret in the demo',
    example: 'shop:at-least-32-characters',
    why: 'It signs customer sign-ins.',
  }),
  SERVICE_SECRET: optional(secret, {
    group: 'needed',
    unit: 'secret',
    unset: 'a demo secret in the demo',
    example: 'at-least-32-characters',
    why: 'It signs links, sessions and the audit chain.',
  }),
  POLICY_FILE: optional(text, {
    group: 'needed',
    unit: 'file',
    unset: 'fixtures/policy.yaml in the demo',
    example: './policy.yaml',
    why: 'It says who may approve which amount, and how fast.',
  }),
  PUBLIC_URL: optional(webAddress, {
    group: 'usual',
    unit: 'web address',
    unset: 'http://localhost:PORT',
    example: 'https://service.example.com',
    why: 'Links in mails start with it.',
  }),
  ALLOWED_ORIGINS: optional(origins, {
    group: 'usual',
    unit: 'origins with commas',
    unset: 'none',
    example: 'https://shop.example.com',
    why: 'These sites may embed the widget.',
  }),
  PORT: withDefault(wholeNumber(0, 65535), {
    group: 'usual',
    unit: 'port',
    default: '4000',
    example: '8080',
    why: 'The server listens there.',
  }),
  DATA_DIR: withDefault(text, {
    group: 'usual',
    unit: 'folder',
    default: './data',
    example: '/var/lib/redress',
    why: 'SQLite and documents are kept there.',
  }),
  DATABASE_URL: optional(postgresAddress, {
    group: 'usual',
    unit: 'PostgreSQL address',
    unset: 'SQLite in DATA_DIR',
    example: 'postgres://redress:password@db.example.com/redress',
    why: 'Several servers share one database.',
  }),
  MODEL: withDefault(text, {
    group: 'usual',
    unit: 'offline, openai:name, or name',
    default: 'offline',
    example: 'openai:gpt-5-mini',
    why: 'It writes the answers.',
  }),
  OPENAI_API_KEY: optional(text, {
    group: 'usual',
    unit: 'key',
    unset: 'no OpenAI',
    example: 'sk-proj-replace-me',
    why: 'OpenAI asks for it.',
  }),
  SMTP_URL: optional(mailServer, {
    group: 'usual',
    unit: 'mail server address',
    unset: 'the in-app mailbox in the demo',
    example: 'smtps://user:password@mail.example.com',
    why: 'Customers get the outcome by mail.',
  }),
  MAIL_FROM: optional(mailAddress, {
    group: 'usual',
    unit: 'mail address',
    unset: 'none',
    example: 'billing@example.com',
    why: 'Mails are sent in its name.',
  }),
  NODE_ENV: withDefault(oneOf(['development', 'test', 'production']), {
    group: 'rare',
    unit: 'development, test or production',
    default: 'development',
    example: 'production',
    why: 'In production nothing of the demo starts.',
  }),
  DEMO: optional(oneOf(['true', 'false']), {
    group: 'rare',
    unit: 'true or false',
    unset: 'true until sign-ins are set up, never in production',
    example: 'false',
    why: 'The demo has sample data and open sign-ins.',
  }),
  HOST: withDefault(text, {
    group: 'rare',
    unit: 'address',
    default: '127.0.0.1',
    example: '0.0.0.0',
    why: 'Only who can reach it is served.',
  }),
  CUSTOMER_JWKS_URL: optional(keySetAddress, {
    group: 'rare',
    unit: 'https address',
    unset: 'SIGNING_SECRET alone',
    example: 'https://shop.example.com/.well-known/jwks.json',
    why: 'It has the public keys of customer sign-ins.',
  }),
  CUSTOMER_AUDIENCE: withDefault(text, {
    group: 'rare',
    unit: 'name',
    default: 'redress',
    example: 'redress-eu',
    why: 'A sign-in made for another service is refused.',
  }),
  MODEL_BASE_URL: optional(webAddress, {
    group: 'rare',
    unit: 'web address',
    unset: 'none',
    example: 'https://llm.example.com/v1',
    why: 'An OpenAI-compatible server answers there.',
  }),
  MODEL_API_KEY: optional(text, {
    group: 'rare',
    unit: 'key',
    unset: 'none is sent',
    example: 'replace-me',
    why: 'The server at MODEL_BASE_URL may ask for it.',
  }),
  EMBEDDER: withDefault(text, {
    group: 'rare',
    unit: 'local, openai:name, or name',
    default: 'local',
    example: 'openai:text-embedding-3-small',
    why: 'It finds similar cases and policies.',
  }),
  EMBEDDER_BASE_URL: optional(webAddress, {
    group: 'rare',
    unit: 'web address',
    unset: 'none',
    example: 'https://llm.example.com/v1',
    why: 'An OpenAI-compatible embedder answers there.',
  }),
  HOLD_SECONDS: withDefault(wholeNumber(0, 3600), {
    group: 'rare',
    unit: 'seconds',
    default: '30',
    example: '60',
    why: 'An approval can be taken back that long.',
  }),
  TURNS_PER_MINUTE: withDefault(wholeNumber(1, 10_000), {
    group: 'rare',
    unit: 'messages',
    default: '20',
    example: '10',
    why: 'One person may send that many a minute.',
  }),
  TURN_TIMEOUT_SECONDS: withDefault(wholeNumber(1, 600), {
    group: 'rare',
    unit: 'seconds',
    default: '60',
    example: '90',
    why: 'An answer may take that long.',
  }),
  LOG_LEVEL: withDefault(oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), {
    group: 'rare',
    unit: 'trace to fatal, or silent',
    default: 'info',
    example: 'warn',
    why: 'Less is not logged.',
  }),
});

export type SettingName = keyof z.output<typeof environment>;
/** The settings as they stand in the environment, before they are understood. */
export type GivenSettings = Partial<Record<SettingName, string>>;
export type Setting = AboutSetting & { name: SettingName };

/** What `.env.example`, `redress config --explain` and every complaint are written from. */
export const settings: Setting[] = environment.keyof().options.map((name) => {
  const words = about.get(environment.shape[name]);
  if (!words) throw new Error(`${name} is not described`);
  return { name, ...words };
});
