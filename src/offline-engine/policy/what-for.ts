import type { Say } from '../speak/replies.ts';

/** What a request is called that has no name of its own: as what it looks up. */
const asElse: Readonly<Record<string, string>> = {
  _invoice: 'invoice.find',
  _case: 'case.status',
  'invoice.narrow': 'invoice.find',
  'tax.explain': 'invoice.explain',
  'invoice.due': 'invoice.find',
  'invoice.compare': 'invoice.find',
  'balance.why': 'balance',
  'rep.history': 'case.status',
  'rep.words': 'case.status',
  'rep.customer': 'case.status',
  'rep.owner': 'case.status',
};

/** What a request is for, in words: "see an invoice". */
export const whatFor = (intent: string, say: Say): string => say(`do.${asElse[intent] ?? intent}`);
