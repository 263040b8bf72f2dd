import { z } from 'zod';
import type { CustomerDesk } from '#desks/customer-desk.ts';
import { defineTool } from './define-tool.ts';

const input = z.object({});

export const getPaymentInstructions = (desk: Pick<CustomerDesk, 'readPaymentInstructions'>) =>
  defineTool({
    effect: 'reads',
    description: 'How and to which bank account to pay.',
    input,
    run: () => desk.readPaymentInstructions(),
  });
