import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';
import { caseNumber } from './inputs.ts';

const input = z.object({
  caseNumber,
  note: z.string().min(1).max(4000).describe("In the customer's own words"),
});

export const addCaseNote = (desk: Pick<CustomerDesk, 'addCaseNote'>) =>
  defineTool({
    effect: 'records',
    description:
      'Add what the customer says to one of their cases. The first call answers `needsConfirmation`: read it back and ask, ' +
      'then call again with the same input after the yes.',
    input,
    run: ({ caseNumber: number, note }) => desk.addCaseNote(number, note),
  });
