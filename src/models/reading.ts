/** How messages are read wherever no model is asked: by the offline engine's own words. */
export { contextLines } from '#offline-engine/context-lines.ts';
export {
  answerLanguage,
  detectLanguage,
  readsAsRefusal,
  readsAsYes,
  tellsLanguage,
} from '#offline-engine/reading.ts';
export { readsBack } from '#offline-engine/speak/read-back.ts';
export { unanswered } from '#offline-engine/speak/unanswered.ts';
