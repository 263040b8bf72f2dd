import type { Act, Context } from './meaning/context.ts';
import { afterYes, readsAsPlainYes } from './reading.ts';
import { partsOf } from './text/clauses.ts';
import { hasValue, type Slots } from './values/slots.ts';
import { startsWith } from './words/words.ts';

/** The acts of a message under their public labels. "Yes but 9", "make it nine, and yes, open it": a yes and a correction, though no yes to what was read back. */
export function labelledIntents(acts: readonly Act[], text: string, context: Context): readonly string[] {
  const [first, ...more] = acts;
  const changes = first?.intent === 'correct' || (first?.intent === 'hesitate' && hasValue(first.slots));
  if (changes && more.length === 0 && context.asked === 'confirmation') {
    if (afterYes(text) !== undefined) return ['affirm', 'correct'];
    const last = partsOf(text).slice(1).at(-1)?.replace(joint, '');
    if (last !== undefined && readsAsPlainYes(last)) return ['correct', 'affirm'];
  }
  return acts.map((one) => publicName(one, context));
}

const joint = startsWith('requests', 'linking');

/** A yes with something that makes it none yet is a yes all the same to who labels messages; an answer that picks nothing cannot be told. */
function publicName({ intent, slots, text }: Act, { asked }: Context): string {
  if (intent === 'hesitate' && afterYes(text) !== undefined) return 'affirm';
  const picksNothing =
    asked === 'choice' && (intent === 'affirm' || (intent === 'inform' && !picksSomething(slots)));
  return picksNothing ? 'clarify' : (publicNames[intent] ?? intent);
}

const picksSomething = ({ quantity, ...slots }: Slots): boolean =>
  hasValue(slots) || slots.product !== undefined || slots.emails.length > 0;

/** Intents the engine tells apart for its own work, as the label guide names them. */
const publicNames: Readonly<Record<string, string>> = {
  hesitate: 'deny',
  wait: 'deny',
  'language.ask': 'oos',
  'policy.ask': 'oos',
  'delivery.proof': 'oos',
  'statement.file': 'statement',
  'case.when': 'case.status',
  'case.evidence': 'case.add_info',
  'payment.due': 'payment.status',
  'payment.credit': 'balance',
  'payment.fee': 'invoice.explain',
  'payment.parts': 'due.extend',
  'tax.explain': 'invoice.explain',
  'invoice.narrow': 'invoice.find',
  'invoice.due': 'invoice.find',
  'invoice.compare': 'invoice.find',
  'balance.why': 'balance',
  _promise: 'oos',
  _trace: 'payment.status',
  'case.withdraw': 'cancel',
  'rep.draft': 'oos',
  'rep.history': 'case.status',
  'rep.words': 'case.status',
  'rep.customer': 'case.status',
  'rep.owner': 'case.status',
  _approves: 'oos',
  _price: 'oos',
  _person_again: 'oos',
  _invoice: 'clarify',
  _case: 'clarify',
  'details.change': 'oos',
  'case.reopen': 'case.add_info',
  _restyle: 'oos',
  _ask_others: 'oos',
  'rep.availability': 'rep.reorder',
  _escalate: 'oos',
  _assign: 'oos',
  _ask_customer: 'oos',
  _press: 'affirm',
  _prepared: 'oos',
};
