/** What every server of this bench is asked and answers with. */
export const instructions =
  'You are an invoice assistant. Answer questions about invoices using the tools. Never guess amounts.';
export const invoice = {
  number: 'INV-20418',
  status: 'open',
  total: '2664.00',
  currency: 'GBP',
  dueDate: '2026-11-30',
  lines: [{ line: 2, description: 'Crates 12×1L', quantity: '120', unitPrice: '18.50', net: '2220.00' }],
};
export const toolSchema = {
  type: 'function',
  name: 'get_invoice',
  description: 'One invoice by its number.',
  parameters: {
    type: 'object',
    properties: { invoiceNumber: { type: 'string' } },
    required: ['invoiceNumber'],
  },
};
export const promptFor = (text: string): object[] => [
  { role: 'system', content: instructions },
  { role: 'user', content: [{ type: 'input_text', text }] },
];
