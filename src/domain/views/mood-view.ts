import { z } from 'zod';

/** How a customer sounds, from the mildest to the strongest. */
export const moodLevels = ['calm', 'worried', 'frustrated', 'angry'] as const;
export type MoodLevel = (typeof moodLevels)[number];

/** What in a message shows a mood. */
export const moodSigns = [
  'angry_words',
  'legal_words',
  'shouting',
  'frustrated_words',
  'asked_again',
  'person_again',
  'deadline',
  'worried_words',
  'exclamation',
] as const;
export type MoodSign = (typeof moodSigns)[number];

/** How a customer sounds over a conversation, with the words that show it and the number of the entry each stands in. */
export const MoodView = z.object({
  level: z.enum(moodLevels),
  /** The later half of what they wrote against the earlier half. */
  trend: z.enum(['better', 'steady', 'worse']),
  reasons: z.array(z.object({ sign: z.enum(moodSigns), words: z.string(), entry: z.number().int() })),
});
export type MoodView = z.infer<typeof MoodView>;
