import { z } from 'zod';
import type { RepDesk } from '#desks/rep-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber } from './inputs.ts';

const input = z.object({
  caseNumber: caseNumber.optional(),
});

export const getRepCase = (desk: Pick<RepDesk, 'readCase'>) =>
  defineTool({
    effect: 'reads',
    description: 'A case with its customer, lines, notes and history. Without a number: the open record.',
    input,
    run: ({ caseNumber: number }) => desk.readCase(number),
  });
