import type { ValueReading } from '../values/read-values.ts';
import { type Prediction, predict } from './linear-model.ts';
import { withMarks } from './marks.ts';
import { storedWeights } from './stored-weights.ts';

/** Who writes: it decides which intents there are. */
export type Side = 'customer' | 'rep';

export const classify = (reading: ValueReading, side: Side): Prediction =>
  predict(storedWeights()[side], withMarks(reading));
