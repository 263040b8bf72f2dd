import { ownWords } from '../text/own-words.ts';
import { documentDigits } from '../values/documents.ts';
import { featuresOfNumbers } from '../values/number-features.ts';
import { type NumberRole, numberRoles, roleOptions } from '../values/number-roles.ts';
import { type NumberPlace, numbersIn, type WrittenNumber } from '../values/numbers.ts';
import { readValues } from '../values/read-values.ts';
import type { Choice } from './choice-training.ts';
import type { LabelledMessage } from './corpus.ts';

const documents = ['invoice', 'invoices', 'case', 'po'] as const;
const amounts = ['amount', 'amount_min', 'line', 'count', 'days', 'months'] as const;
const quantities = { claimed_qty: 'claimed', delivered_qty: 'delivered', billed_qty: 'billed' } as const;

export const numberPlaceOf = ({ side, state, intents }: LabelledMessage): NumberPlace => ({
  side,
  intent: intents[0] ?? '',
  ...(state?.asked ? { asked: state.asked } : {}),
  ...(state?.pending ? { pending: state.pending } : {}),
  ...(state?.claimed_qty === undefined ? {} : { claimed: String(state.claimed_qty) }),
});

/** Each number of the messages as a choice of its role, after the true roles of those before it; what is not ours has no values. */
export const numberChoices = (messages: readonly LabelledMessage[]): Choice[] =>
  messages.flatMap((message) => {
    if (message.intents.includes('oos')) return [];
    const { today = '2026-11-20' } = message;
    const reading = readValues(ownWords(message.text), { today, language: message.language });
    const numbers = numbersIn(reading);
    const own = featuresOfNumbers(numbers, reading, numberPlaceOf(message));
    const roles = numbers.map((number) => roleOf(number, message));
    return numbers.map((_, at) => ({
      options: roleOptions(own[at] ?? [], numbers, at, roles.slice(0, at)),
      right: new Set([numberRoles.indexOf(roles[at] ?? 'none')]),
    }));
  });

/** The role that the labels of a message give to a number in it; "none" when they do not name it. */
export function roleOf(number: WrittenNumber, { slots }: LabelledMessage): NumberRole {
  const valuesOf = (key: string): (string | number)[] => [slots[key] ?? []].flat();
  for (const key of documents) {
    const digits = documentDigits(number.written);
    if (digits.length > 2 && valuesOf(key).some((value) => documentDigits(String(value)) === digits))
      return key === 'invoices' ? 'invoice' : key;
  }
  const isValue = (key: string): boolean =>
    valuesOf(key).some((value) => Number(value) === Number(number.value));
  const roles = Object.entries(quantities).flatMap(([key, role]) => (isValue(key) ? [role] : []));
  const [first] = roles;
  if (first) return roles.find((role) => role === number.rule) ?? first;
  return amounts.find(isValue) ?? 'none';
}
