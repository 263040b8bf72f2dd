import { chanceOf } from '../intent/choice-model.ts';
import { plain } from '../intent/features.ts';
import type { Prediction } from '../intent/linear-model.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import { asksForPerson } from '../reading.ts';
import { placedParts } from '../text/clauses.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf, startsWith, wholeWords } from '../words/words.ts';
import { isTask, type Moment } from './moment.ts';
import { speaksWith } from './ours-after-all.ts';

/** A request that a part of a message may make beside the one the whole is about. */
export type Candidate = {
  readonly intent: string;
  /** The part that speaks most for it, and where it begins. */
  readonly part: string;
  readonly at: number;
  /** How much the part, standing for itself, speaks for it. */
  readonly score: number;
  readonly features: readonly string[];
};

/** Below both of these nobody would think of the request. */
const least = { part: 0.2, whole: 0.1 };

const opening = startsWith('requests', 'opening');
const linking = wholeWords(`${alternatives('requests', 'linking')}|${alternatives('requests', 'joining')}`);
const because = anyOf('requests', 'because');

/** Requests, and what is none of ours: "where is my delivery? And what do I owe?" */
const mayBeAdded = (intent: string): boolean => intent === 'oos' || (isTask(intent) && intent !== 'clarify');

/** The requests that parts of a message may add to its main one, each with what speaks for and against it. */
export function candidatesIn(moment: Moment): Candidate[] {
  const { text, prediction } = moment;
  const parts = placedParts(text);
  if (parts.length < 2) return [];
  const alone = parts.map(({ part, at }) => ({ part, at, prediction: moment.alone(part) }));
  const labels = new Set(alone.flatMap(({ prediction: { label, second } }) => [label, second.label]));
  return [...labels].flatMap((intent): Candidate[] => {
    if (intent === prediction.label || !mayBeAdded(intent)) return [];
    const [best] = alone.toSorted(
      (one, other) => other.prediction.scoreOf(intent) - one.prediction.scoreOf(intent),
    );
    if (!best) return [];
    const score = best.prediction.scoreOf(intent);
    if (score < least.part && prediction.scoreOf(intent) < least.whole) return [];
    const rest = alone.filter((other) => other !== best);
    return [
      {
        intent,
        part: best.part,
        at: best.at,
        score,
        features: featuresOf(moment, intent, best, rest),
      },
    ];
  });
}

type Part = { readonly part: string; readonly at: number; readonly prediction: Prediction };

function featuresOf(moment: Moment, intent: string, best: Part, rest: readonly Part[]): string[] {
  const { text, prediction, context } = moment;
  const lead = prediction.label;
  const features = new Set<string>();
  const part = best.prediction.scoreOf(intent);
  const whole = prediction.scoreOf(intent);
  const ofLead = Math.max(0, ...rest.map((other) => other.prediction.scoreOf(lead)));
  const before = text.slice(Math.max(0, best.at - 16), best.at);
  const isAsked = /\?/.test(text.slice(best.at + best.part.length, best.at + best.part.length + 2));
  const kinds = `${kindOf(lead)}>${kindOf(intent)}`;
  // Every bound passed counts: a sum of steps is as good as a number.
  for (const bound of bounds) {
    if (part >= bound) features.add(`part ${bound}`).add(`part ${bound} ${kindOf(intent)}`);
    if (whole >= bound) features.add(`whole ${bound}`);
    if (prediction.score >= bound) features.add(`lead ${bound}`);
    if (ofLead >= bound) features.add(`rest ${bound}`);
    if (best.prediction.scoreOf(lead) >= bound) features.add(`same ${bound}`);
  }
  const words = best.part.split(/\s+/);
  features.add(`words ${Math.min(8, words.length)}`);
  features.add(`parts ${Math.min(6, rest.length + 1)}`);
  features.add(`intent ${intent}`).add(`lead ${lead}`).add(`pair ${lead} ${intent}`).add(`kinds ${kinds}`);
  features.add(`side ${context.side}`).add(`asked ${context.asked ?? 'nothing'}`);
  features.add(`first ${best.prediction.label === intent}`);
  if (isAsked) features.add('asked').add(`asked ${kinds}`);
  if (opening.test(best.part)) features.add('opening').add(`opening ${kinds}`);
  if (linking.test(before)) features.add('linked').add(`linked ${kinds}`);
  if (because.test(`${before}${best.part}`)) features.add('because');
  if (/\n\s*$/.test(before)) features.add('new line');
  if (/[.!?]\s*$/.test(before)) features.add('new sentence');
  if (best.at === 0) features.add('first part');
  for (const word of plain(best.part).split(/\s+/).slice(0, 2)) features.add(`begins ${word}`);
  const { slots } = moment.read(best.part);
  if (slots.invoices.length + slots.cases.length + slots.orders.length > 0) features.add('names a document');
  return [...features];
}

const bounds = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

const kindOf = (intent: string): string => intent.split('.')[0] ?? '';

const leastSure = 0.5;
/** What is none of ours is told of where it is asked for; a remark ("the auditors come in January") asks for nothing. */
const leastForeign = { marked: 0.4, opened: 0.6, told: 0.9 };
const joint = pattern(
  `^(?:(?:${alternatives('requests', 'linking')}|${alternatives('cues', 'and')}|${alternatives('requests', 'joining')})\\s+)+`,
);

/** The requests that parts of the message add to its main one. */
export const moreRequests = (moment: Moment): Candidate[] =>
  candidatesIn(moment).filter(
    (candidate) =>
      callsForPerson(candidate) ||
      chanceOf(storedWeights().several, candidate.features) >= leastOf(candidate),
  );

/** A person is called for in words of a closed list, whatever the rest of the message is about. */
const callsForPerson = ({ intent, part }: Candidate): boolean =>
  intent === 'human' && (asksForPerson(part) || speaksWith(part));

function leastOf({ intent, part, features }: Candidate): number {
  if (intent !== 'oos') return leastSure;
  if (features.includes('asked')) return leastForeign.marked;
  return opening.test(part.replace(joint, '')) ? leastForeign.opened : leastForeign.told;
}
