import { predict } from '../intent/linear-model.ts';
import { storedWeights } from '../intent/stored-weights.ts';

/** The language of a text; `fallback` unless the text clearly is in another one. */
export function detectLanguage(text: string, fallback: string): string {
  const short = text.slice(0, 1000);
  const words = short.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  if (words.length === 0) return fallback;
  const found = predict(storedWeights().language, short);
  if (found.label === fallback) return fallback;
  return found.known > 0 && found.score > (words.length < 3 ? 0.8 : 0.6) ? found.label : fallback;
}
