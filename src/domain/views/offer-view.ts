import { z } from 'zod';
import { MoodView } from './mood-view.ts';

/** A customer who waits for a person. */
export const Offer = z.object({
  conversationId: z.string(),
  account: z.string(),
  customer: z.string(),
  verified: z.boolean(),
  invoiceNumber: z.string().optional(),
  caseNumber: z.string().optional(),
  reason: z.string(),
  shortDescription: z.string(),
  mood: MoodView,
  waitingSince: z.string(),
  amount: z.string().optional(),
  currency: z.string().optional(),
});
export type Offer = z.infer<typeof Offer>;
