import { amountInWords, dayInWords } from './in-words.ts';
import type { SourceView } from './views/invoice-view.ts';
import type { ValidationView } from './views/validation-view.ts';

export type ReplyDraft = {
  readonly text: string;
  readonly language: 'en' | 'de';
  readonly sources: readonly SourceView[];
};

/** What a reply may speak of; sums are decimal strings. */
export type ReplyFacts = {
  readonly customerName: string;
  readonly repName: string;
  readonly caseNumber: string;
  readonly language: string;
  readonly check?: Pick<ValidationView, 'verdict' | 'lines' | 'invoiceNumber'>;
  readonly outcome?: { readonly notes: string };
  readonly proposal?: {
    readonly kind: string;
    readonly total: string;
    readonly currency: string;
    readonly promiseDate?: string;
  };
};

const words = {
  en: {
    hello: (name: string) => `Hello ${name},`,
    checked: (invoice: string) => `I have checked ${invoice} against our records.`,
    line: (line: number, billed: string, delivered: string) =>
      `Line ${line}: ${billed} billed, ${delivered} delivered.`,
    short: (short: string) => `${short} did not reach you, as you said.`,
    open: (missing: string) => `To decide I still need: ${missing}.`,
    notBorne:
      'The records do not show that anything is missing. If you have a delivery note that says otherwise, please send it.',
    proposed: (total: string) =>
      `I am preparing a credit of ${total}. I will confirm it here as soon as it is issued.`,
    again: (day: string) => `I am preparing to send the missing goods again; they can be with you by ${day}.`,
    unchecked: (number: string) => `I have your case ${number} in front of me and am checking it now.`,
    bye: (name: string) => `Kind regards\n${name}`,
  },
  de: {
    hello: (name: string) => `Guten Tag ${name},`,
    checked: (invoice: string) => `ich habe ${invoice} mit unseren Unterlagen verglichen.`,
    line: (line: number, billed: string, delivered: string) =>
      `Position ${line}: ${billed} berechnet, ${delivered} geliefert.`,
    short: (short: string) => `${short} sind nicht bei Ihnen angekommen, wie Sie sagen.`,
    open: (missing: string) => `Für eine Entscheidung brauche ich noch: ${missing}.`,
    notBorne:
      'Die Unterlagen zeigen nicht, dass etwas fehlt. Wenn Ihr Lieferschein etwas anderes sagt, schicken Sie ihn bitte.',
    proposed: (total: string) =>
      `Ich bereite eine Gutschrift über ${total} vor und bestätige sie hier, sobald sie ausgestellt ist.`,
    again: (day: string) => `Ich bereite die Nachlieferung vor; sie kann bis ${day} bei Ihnen sein.`,
    unchecked: (number: string) => `Ihr Fall ${number} liegt mir vor, ich prüfe ihn gerade.`,
    bye: (name: string) => `Mit freundlichen Grüßen\n${name}`,
  },
};

/** A reply to the customer from the facts of the case, each figure with its document. It promises nothing that is not proposed or done. */
export function draftReplyFrom(facts: ReplyFacts): ReplyDraft {
  const language = facts.language === 'de' ? 'de' : 'en';
  const say = words[language];
  const { check, outcome, proposal } = facts;
  const body: string[] = [];
  if (outcome) body.push(outcome.notes);
  else if (!check) body.push(say.unchecked(facts.caseNumber));
  else {
    body.push(say.checked(check.invoiceNumber));
    for (const line of check.lines) {
      if (line.delivered !== undefined) body.push(say.line(line.line, line.invoiced, line.delivered));
      if (line.supported !== '0') body.push(say.short(line.supported));
    }
    const missing = check.lines.flatMap((line) => line.missing);
    if (missing.length > 0) body.push(say.open([...new Set(missing)].join(', ')));
    else if (check.verdict === 'not_validated') body.push(say.notBorne);
    if (proposal?.kind === 'credit_note')
      body.push(say.proposed(amountInWords(proposal.total, proposal.currency)));
    if (proposal?.kind === 'replacement_order' && proposal.promiseDate)
      body.push(say.again(dayInWords(proposal.promiseDate)));
  }
  const sources = [
    ...(check?.lines ?? []).flatMap((line) => line.sources),
    { kind: 'case' as const, id: facts.caseNumber },
  ];
  return {
    text: [say.hello(facts.customerName), '', body.join('\n'), '', say.bye(facts.repName)].join('\n'),
    language,
    sources,
  };
}
