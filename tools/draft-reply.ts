import { z } from 'zod';
import type { RepDesk } from '#desks/rep-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber } from './inputs.ts';

const input = z.object({
  caseNumber: caseNumber.optional(),
});

export const draftReply = (desk: Pick<RepDesk, 'draftReply'>) =>
  defineTool({
    effect: 'reads',
    description: 'A draft of a reply to the customer from the facts of the case. Nothing is sent.',
    input,
    run: ({ caseNumber: number }) => desk.draftReply(number),
  });
