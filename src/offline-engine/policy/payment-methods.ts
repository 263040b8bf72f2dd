import type { Say } from '../speak/replies.ts';
import { paymentMethods } from '../words/word-file.ts';
import { anyOf } from '../words/words.ts';

const asksToPay = anyOf('requests', 'asks-to-pay');
const named = paymentMethods.map((method) => [method, anyOf('methods', method)] as const);
const known: ReadonlySet<string> = new Set(paymentMethods.filter((method) => method !== 'other'));

/** A way to pay as payment details name it, or as it was written when they never do. */
type Method = string;

/** The ways to pay that a message asks about: "can we pay by card or PayPal?" is of two. */
export function methodsAsked(text: string): Method[] {
  if (!asksToPay.test(text)) return [];
  return named.flatMap(([method, words]) =>
    method === 'other' ? words.matches(text).map(([found]) => found) : words.test(text) ? [method] : [],
  );
}

/** Yes or no to one way to pay, by those on record. */
export function mayPayBy(method: Method, methods: readonly string[], say: Say): string {
  const isOffered = methods.some((offered) => offered.toLowerCase() === method.toLowerCase());
  return say(isOffered ? 'payment.by.yes' : 'payment.by.no', { method: methodSaid(method, say) });
}

/** The ways to pay in the reader's language, with an "or" before the last. */
export function methodsSaid(methods: readonly Method[], say: Say): string {
  const said = methods.map((method) => methodSaid(method, say));
  const last = said.at(-1) ?? '';
  return said.length < 2 ? last : `${said.slice(0, -1).join(', ')} ${say('method.or')} ${last}`;
}

const methodSaid = (method: Method, say: Say): string =>
  known.has(method) ? say(`method.${method}`) : method;
