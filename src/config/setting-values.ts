import * as z from 'zod';

export const text = z.string();
const isNot = (wanted: string) => (issue: { input?: unknown }) =>
  `is not ${wanted}: "${String(issue.input)}"`;
export const wholeNumber = (least: number, most: number) =>
  text
    .refine((given) => /^\d{1,6}$/.test(given) && Number(given) >= least && Number(given) <= most, {
      error: isNot(`a whole number from ${least} to ${most}`),
    })
    .transform(Number);
export const oneOf = <const Choice extends string>(choices: readonly Choice[]): z.ZodType<Choice, string> =>
  text.pipe(z.enum(choices, { error: isNot(`one of ${choices.join(', ')}`) }));

const isAddress = (given: string, ...protocols: string[]) =>
  URL.canParse(given) && protocols.includes(new URL(given).protocol) && new URL(given).hostname !== '';
export const webAddress = text
  .refine((given) => isAddress(given, 'http:', 'https:'), { error: isNot('a web address') })
  .transform((given) => given.replace(/\/+$/, ''));
export const mailAddress = text.refine((given) => /^[^@]+@[^@]+$/.test(given), {
  error: isNot('a mail address'),
});

// These two carry passwords, so a complaint never repeats them.
export const postgresAddress = text.refine((given) => isAddress(given, 'postgres:', 'postgresql:'), {
  error: 'is not a PostgreSQL address',
});
export const mailServer = text.refine((given) => isAddress(given, 'smtp:', 'smtps:'), {
  error: 'is not a mail server address',
});
export const keySetAddress = webAddress.refine(
  (given) => given.startsWith('https:') || ['localhost', '127.0.0.1'].includes(new URL(given).hostname),
  { error: isNot('an https address') },
);

export const origins = text.transform((given, context) => {
  const list = given.split(',').map((origin) => origin.trim().replace(/\/$/, ''));
  const wrong = list.find(
    (origin) => !isAddress(origin, 'http:', 'https:') || new URL(origin).origin !== origin,
  );
  if (wrong !== undefined) context.addIssue(`has an entry that is not an origin: "${wrong}"`);
  return list;
});

const shortestSecret = 32;
export const secret = text.refine((given) => given.length >= shortestSecret, {
  error: ({ input }) => `is ${String(input).length} characters, needs at least ${shortestSecret}`,
});

export type SigningKey = { kid: string; secret: string };

export const signingKeys = text.transform((given, context): SigningKey[] => {
  const keys = given.split(',').map((part): SigningKey => {
    const [, kid, value] = /^\s*([\w.-]{1,40}):(.+?)\s*$/.exec(part) ?? [];
    return kid === undefined || value === undefined
      ? { kid: 'default', secret: part.trim() }
      : { kid, secret: value };
  });
  const short = keys.find((key) => key.secret.length < shortestSecret);
  if (short) {
    const which = keys.length > 1 || short.kid !== 'default' ? `has the key ${short.kid}, which ` : '';
    context.addIssue(`${which}is ${short.secret.length} characters, needs at least ${shortestSecret}`);
  }
  const twice = keys.find((key, at) => keys.findIndex(({ kid }) => kid === key.kid) !== at);
  if (twice) context.addIssue(`has two keys named ${twice.kid}`);
  return keys;
});
