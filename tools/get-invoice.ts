import { z } from 'zod';
import type { AnyDesk } from '#desks/any-desk.ts';
import { defineTool } from './define-tool.ts';
import { invoiceNumber } from './inputs.ts';

const input = z.object({
  invoiceNumber,
});

export const getInvoice = (desk: Pick<AnyDesk, 'readInvoice'>) =>
  defineTool({
    effect: 'reads',
    description:
      'One invoice with its lines, totals, payments, credits and disputes. An unknown number is answered with numbers that look alike.',
    input,
    run: ({ invoiceNumber: number }) => desk.readInvoice(number),
  });
