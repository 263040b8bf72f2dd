import type { Act } from '../meaning/context.ts';
import type { Request } from './state.ts';

/** A request as an act makes it. */
export const requestOf = (act: Act, change: Partial<Request> = {}): Request => ({
  intent: act.intent,
  slots: act.slots,
  text: act.text,
  score: act.score,
  ...change,
});
