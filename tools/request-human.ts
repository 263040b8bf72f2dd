import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';

const input = z.object({
  reason: z.string().max(300).optional(),
});

export const requestHuman = (desk: Pick<CustomerDesk, 'requestPerson'>) =>
  defineTool({
    effect: 'records',
    description:
      'Hand the chat to a person of the billing team. Call it at once when the customer asks for a person, or when you cannot help. ' +
      'Saying that you pass them on without calling this does nothing.',
    input,
    run: ({ reason }) => desk.requestPerson(reason),
  });
