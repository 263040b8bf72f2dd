import { type ChoiceModel, worthOf } from '../intent/choice-model.ts';
import { withinEdges } from './goods-edges.ts';
import { type GoodsOption, goodsOptions } from './goods-options.ts';
import type { GoodsPlace } from './goods-sentence.ts';
import type { ValueReading } from './read-values.ts';
import { tokensOfReading } from './tokens.ts';

/** How much less it is worth to name none, as a name that is missing costs more than one too many. Calibrated by cross validation over authors. */
const handicapOfNone = 0.5;

/** The name of the goods in a message, as written; undefined when it names none. */
export function goodsIn(reading: ValueReading, model: ChoiceModel, place: GoodsPlace): string | undefined {
  let best: GoodsOption | undefined;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const option of goodsOptions(reading, place)) {
    const worth = worthOf(model, option.features) - (option.first === undefined ? handicapOfNone : 0);
    if (worth > greatest) [best, greatest] = [option, worth];
  }
  if (best?.first === undefined || best.last === undefined) return undefined;
  const tokens = tokensOfReading(reading);
  const { first, last } = withinEdges(tokens, { first: best.first, last: best.last }, reading);
  return reading.source.slice(tokens[first]?.start, tokens[last]?.end);
}
