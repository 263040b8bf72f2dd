import { z } from 'zod';
import type { RepDesk } from '#desks/rep-desk.ts';
import { defineTool } from './define-tool.ts';

const input = z.object({
  view: z.enum(['mine', 'waiting', 'all']).optional(),
});

export const listQueue = (desk: Pick<RepDesk, 'listCases'>) =>
  defineTool({
    effect: 'reads',
    description: 'The open cases: mine, waiting for somebody, or all.',
    input,
    run: async ({ view }) => ({ cases: await desk.listCases(view ?? 'mine') }),
  });
