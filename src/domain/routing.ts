import type { CaseType } from './case.ts';
import type { DisputeReasonCode } from './dispute-reason.ts';
import { reasonOf } from './dispute-reasons.ts';
import { moneyInWords } from './in-words.ts';

/** What is known of a case when it looks for a queue. `totalMinor` is the disputed sum, tax included. */
export type RoutingFacts = {
  readonly caseType: CaseType;
  readonly reasonCode?: DisputeReasonCode;
  readonly totalMinor?: number;
  readonly currency?: string;
  readonly keyAccount: boolean;
  readonly language: string;
  readonly countryCode?: string;
};

/** One rule of the policy; every condition it names must hold. Sums in minor units per currency. */
export type RoutingRule = {
  readonly name: string;
  readonly queue: string;
  readonly when: {
    readonly caseTypes?: readonly CaseType[] | undefined;
    readonly reasonCodes?: readonly DisputeReasonCode[] | undefined;
    /** A sum in a currency that is not listed never matches: sums are not converted. */
    readonly amountOver?: Readonly<Record<string, number>> | undefined;
    readonly keyAccount?: boolean | undefined;
    readonly languages?: readonly string[] | undefined;
    readonly countries?: readonly string[] | undefined;
  };
};

export type Routing = { readonly rules: readonly RoutingRule[]; readonly defaultQueue: string };

/** The queue of a case and, in a sentence, why: the first rule that fits, else the default queue. */
export function routeCase(
  facts: RoutingFacts,
  { rules, defaultQueue }: Routing,
): { queue: string; rule: string } {
  for (const { name, queue, when } of rules) {
    const fits = reasonsToRoute(facts, when);
    if (fits) return { queue, rule: `${name}: ${fits.join(', ')}` };
  }
  return { queue: defaultQueue, rule: 'No rule fits: default queue' };
}

/** Why each condition holds, or undefined when one does not; a rule without conditions fits nothing. */
function reasonsToRoute(facts: RoutingFacts, when: RoutingRule['when']): string[] | undefined {
  const { caseType, reasonCode, totalMinor, currency, keyAccount, language, countryCode } = facts;
  const limit = currency === undefined ? undefined : when.amountOver?.[currency];
  const over =
    limit !== undefined && totalMinor !== undefined && currency !== undefined && totalMinor > limit;
  const conditions: [asked: unknown, holds: boolean, why: string][] = [
    [when.caseTypes, when.caseTypes?.includes(caseType) === true, `case type ${caseType}`],
    [
      when.reasonCodes,
      reasonCode !== undefined && when.reasonCodes?.includes(reasonCode) === true,
      reasonCode === undefined ? '' : reasonOf(reasonCode).label.en.toLowerCase(),
    ],
    [
      when.amountOver,
      over,
      over ? `${moneyInWords(totalMinor, currency)} is over ${moneyInWords(limit, currency)}` : '',
    ],
    [when.keyAccount, when.keyAccount === keyAccount, keyAccount ? 'key account' : 'not a key account'],
    [when.languages, when.languages?.includes(language) === true, `language ${language}`],
    [
      when.countries,
      countryCode !== undefined && when.countries?.includes(countryCode) === true,
      `country ${countryCode}`,
    ],
  ];
  const asked = conditions.filter(([condition]) => condition !== undefined);
  if (asked.length === 0 || asked.some(([, holds]) => !holds)) return undefined;
  return asked.map(([, , why]) => why);
}
