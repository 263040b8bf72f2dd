import { type Features, plain } from '../intent/features.ts';
import { predict } from '../intent/linear-model.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import { partsOf } from '../text/clauses.ts';
import type { Slots } from '../values/slots.ts';
import { alternatives, anyOf, wholeWords } from '../words/words.ts';
import { act, type Moment, type Reader, understood } from './moment.ts';

/** What one or several neighbouring parts of a message say is wrong. */
export type Claim = {
  readonly text: string;
  readonly at: number;
  readonly slots: Slots;
  readonly isTold: boolean;
};

const linking = wholeWords(`${alternatives('requests', 'linking')}|${alternatives('requests', 'joining')}`);
const mostDisputes = 4;

/** The problems a message tells of: neighbouring parts that tell of the same one are together. */
export function claimsIn(moment: Moment): Claim[] {
  const { text } = moment;
  const claims: Claim[] = [];
  for (const part of partsOf(text)) {
    const slots = moment.slotsFor('dispute.open', part);
    const isTold = moment.read(part).slots.reason !== undefined;
    if (!tellsOfProblem(slots, isTold)) continue;
    const before = claims.at(-1);
    const at = text.indexOf(part);
    if (before && isSameProblem(before.slots, slots))
      claims[claims.length - 1] = {
        ...before,
        text: `${before.text}, ${part}`,
        slots: { ...slots, ...before.slots },
        isTold: before.isTold || isTold,
      };
    else claims.push({ text: part, at, slots, isTold });
  }
  return claims;
}

const tellsOfProblem = (
  { claimed, delivered, reason, line, amounts, quantity, product }: Slots,
  isTold: boolean,
) =>
  isTold ||
  claimed !== undefined ||
  delivered !== undefined ||
  (reason !== undefined &&
    (line !== undefined || amounts.length > 0 || (quantity !== undefined && product !== undefined)));

const isSameProblem = (one: Slots, other: Slots): boolean =>
  one.reason === other.reason &&
  !(one.line !== undefined && other.line !== undefined && one.line !== other.line) &&
  !(one.claimed !== undefined && other.claimed !== undefined && nameOf(one) !== nameOf(other));

const nameOf = ({ product = '' }: Slots): string => product.toLowerCase();

/** What tells whether two problems are two disputes or two words for one. */
export function featuresOfClaims(moment: Moment, claims: readonly Claim[]): Features {
  const { text, context, words } = moment;
  const features = new Set<string>();
  const [first, second] = claims;
  const kinds = claims.map(({ slots }) => slots.reason ?? 'none');
  const names = claims.map(({ slots }) => nameOf(slots));
  const lines = claims.map(({ slots }) => slots.line);
  const count = (is: (claim: Claim) => boolean): number => claims.filter(is).length;
  features.add(`claims ${Math.min(4, claims.length)}`);
  features.add(`kinds ${kinds.slice(0, 2).join(' ')}`).add(`kinds ${new Set(kinds).size}`);
  for (const kind of new Set(kinds)) features.add(`kind ${kind}`);
  features.add(`told ${count(({ isTold }) => isTold)}/${claims.length}`);
  features.add(`told kinds ${first?.isTold} ${second?.isTold} ${new Set(kinds).size}`);
  features.add(`names ${new Set(names.filter(Boolean)).size}`).add(`named ${names.every(Boolean)}`);
  features.add(`lines ${new Set(lines.filter((line) => line !== undefined)).size}`);
  features.add(`quantities ${count(({ slots }) => slots.claimed !== undefined)}`);
  features.add(`amounts ${count(({ slots }) => slots.amounts.length > 0)}`);
  features.add(`side ${context.side}`).add(`asked ${context.asked ?? 'nothing'}`);
  features.add(`length ${Math.min(6, Math.floor(words / 8))}`);
  for (const claim of claims.slice(1)) {
    const before = text.slice(Math.max(0, claim.at - 14), claim.at);
    if (linking.test(before)) features.add('linked');
    if (/\n\s*\S{0,3}\s*$/.test(before)) features.add('new line');
    features.add(`seam ${plain(before).trim().split(/\s+/).at(-1)?.slice(-1) ?? ''}`);
    for (const word of plain(claim.text).split(/\s+/).slice(0, 3)) features.add(`begins ${word}`);
  }
  for (const word of plain(text).split(/\s+/).slice(0, 6)) features.add(`opens ${word}`);
  return new Map([...features].map((feature) => [feature, 1]));
}

/** What the features are labelled of a message with more than one dispute. */
export const manyDisputes = 'many';
const leastSure = 0.5;

/** Several things disputed in one message, each with its own line, quantity or reason. */
export const readSeveralDisputes: Reader = (moment) => {
  if (moment.prediction.label !== 'dispute.open') return undefined;
  const disputes = disputesIn(moment);
  if (disputes.length < 2) return undefined;
  const { invoices } = moment.slotsFor('dispute.open', moment.text);
  return understood(
    moment,
    disputes.map(({ text, slots }) =>
      act(
        'dispute.open',
        slots.invoices.length > 0 ? slots : { ...slots, invoices },
        text,
        moment.prediction.score,
      ),
    ),
  );
};

const but = anyOf('cues', 'but');
/** A part may begin with its "but". */
const longestBut = 8;

/** "You charged 42.50, but we agreed on 40": two prices of one thing. */
function isContrast({ text }: Moment, [first, second, third]: readonly Claim[]): boolean {
  if (!first || !second || third || second.slots.line !== undefined) return false;
  const between = text.slice(first.at + first.text.length, second.at + longestBut);
  return but.test(between) && first.slots.amounts.length > 0 && second.slots.amounts.length > 0;
}

function disputesIn(moment: Moment): Claim[] {
  const claims = claimsIn(moment).slice(0, mostDisputes);
  if (claims.length < 2 || isContrast(moment, claims)) return [];
  const { disputesTold } = storedWeights();
  return predict(disputesTold, featuresOfClaims(moment, claims)).scoreOf(manyDisputes) >= leastSure
    ? claims
    : [];
}
