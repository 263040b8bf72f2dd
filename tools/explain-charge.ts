import { z } from 'zod';
import type { AnyDesk } from '#desks/any-desk.ts';
import { defineTool } from './define-tool.ts';
import { invoiceNumber, lineNumber } from './inputs.ts';

const input = z.object({
  invoiceNumber,
  line: lineNumber.optional(),
});

export const explainCharge = (desk: Pick<AnyDesk, 'explainCharge'>) =>
  defineTool({
    effect: 'reads',
    description:
      'Why a line is what it is: ordered, delivered, billed, the price and where each figure comes from. ' +
      'Without a line: what is different from the previous invoice for the same goods.',
    input,
    run: ({ invoiceNumber: number, line }) => desk.explainCharge(number, line),
  });
