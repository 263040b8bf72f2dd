import { reasonOf } from '#domain/dispute-reasons.ts';
import { distinctEvidence, type MissingEvidence } from '#domain/missing-evidence.ts';
import type { ReplyFacts, Statement } from '#domain/record-writer.ts';
import type { SourceView } from '#domain/views/invoice-view.ts';
import { unitName } from '../speak/format.ts';
import type { Say } from '../speak/replies.ts';

type Check = NonNullable<ReplyFacts['check']>;

/** What the records say to a claim, as the customer is told: line by line, what is still needed, or that nothing bears it out. */
export function checkStatements(
  check: Check,
  caseSource: SourceView,
  say: Say,
  language: string,
): Statement[] {
  const { invoiceNumber, lines, verdict, reasonCode } = check;
  const against = reasonOf(reasonCode).checkedAgainst;
  const sources = lines.flatMap((line) => line.sources);
  const missing = distinctEvidence(lines.flatMap((line) => line.missing));
  const invoice: SourceView = { kind: 'invoice', id: invoiceNumber };
  const orCase = (documents: readonly SourceView[]) => (documents.length > 0 ? documents : [caseSource]);
  return [
    { text: say('draft.checked', { invoiceNumber }), sources: [invoice, ...sources] },
    ...lines.flatMap((line) => lineStatements(line, against, orCase([...line.sources]), say)),
    ...(missing.length > 0
      ? [
          {
            text: say('draft.missing', { missing: listed(missing, say, language) }),
            sources: orCase(sources),
          },
        ]
      : []),
    ...(missing.length === 0 && verdict === 'not_validated'
      ? [
          {
            text: say(against === 'delivery' ? 'draft.unsupported.delivery' : 'draft.unsupported'),
            sources: orCase(sources),
          },
        ]
      : []),
  ];
}

function lineStatements(
  line: Check['lines'][number],
  against: string,
  sources: readonly SourceView[],
  say: Say,
): Statement[] {
  const isSupported = line.supported !== '0' && against !== 'person';
  if (line.line === 0) return isSupported ? [{ text: say('draft.supported.whole'), sources }] : [];
  const { missing: _, sources: _documents, ...facts } = line;
  return [
    ...(line.delivered === undefined ? [] : [{ text: say('draft.line', facts), sources }]),
    ...(isSupported ? [{ text: say(`draft.supported.${against}`, facts), sources }] : []),
  ];
}

const listed = (missing: readonly MissingEvidence[], say: Say, language: string): string =>
  missing
    .map(({ what, of, unitCode, forTheRest }) => {
      const text = say(`missing.${what}`, {
        of: what === 'conversion' ? unitNames(of, language) : of,
        unit: unitCode === undefined ? undefined : unitName(unitCode, language),
      });
      return forTheRest ? say('missing.rest', { missing: text }) : text;
    })
    .join(', ');

/** UNECE codes as units are called. */
const unitNames = (codes = '', language: string): string =>
  codes
    .split(', ')
    .map((code) => unitName(code, language))
    .join(', ');
