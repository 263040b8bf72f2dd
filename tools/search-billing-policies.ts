import { z } from 'zod';
import type { AnyDesk } from '#desks/any-desk.ts';
import { defineTool } from './define-tool.ts';

const input = z.object({
  question: z.string().min(1).max(500),
});

export const searchBillingPolicies = (desk: Pick<AnyDesk, 'searchPolicies'>) =>
  defineTool({
    effect: 'reads',
    description:
      'What the billing policies say, for questions on rules: deadlines, returns, freight, payment terms. Quote the passage and name its document; ' +
      'if none fits, say so.',
    input,
    run: async ({ question }) => ({ passages: await desk.searchPolicies(question) }),
  });
