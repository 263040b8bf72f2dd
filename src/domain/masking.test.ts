import { expect, test } from 'vitest';
import { maskSensitive } from './masking.ts';

test.each([
  {
    typed: 'my card is 4111 1111 1111 1111, charge it',
    text: 'my card is •••• 1111, charge it',
    masked: ['card'],
  },
  { typed: '4111-1111-1111-1111', text: '•••• 1111', masked: ['card'] },
  { typed: 'amex 378282246310005.', text: 'amex •••• 0005.', masked: ['card'] },
  { typed: 'IBAN GB29 NWBK 6016 1331 9268 19', text: 'IBAN •••• 6819', masked: ['iban'] },
  { typed: 'de89370400440532013000 bitte', text: '•••• 3000 bitte', masked: ['iban'] },
  {
    typed: 'Our VAT number is GB123456789 please put it on all invoices',
    text: 'Our VAT number is GB123456789 please put it on all invoices',
    masked: [],
  },
  { typed: 'GB29 NWBK 6016 1331 9268 19 for INV-20418', text: '•••• 6819 for INV-20418', masked: ['iban'] },
  {
    typed: 'from DE89 3704 0044 0532 0130 00 or 5555555555554444',
    text: 'from •••• 3000 or •••• 4444',
    masked: ['iban', 'card'],
  },
])('"$typed" is kept as "$text"', ({ typed, text, masked }) => {
  expect(maskSensitive(typed)).toEqual({ text, masked });
});

test.each([
  'INV-20418 and DN-7741, 120 crates at £18.50',
  'PO 4500123456',
  'EAN 4006381333931 is an article, 4006381333932 is another',
  '4111 1111 1111 1112 fails the check digit',
  'GB29 NWBK 6016 1331 9268 18 is mistyped',
  'the delivery 00000000000000001',
  'call +44 20 7946 0000',
  'order ref A1234567890123456',
])('"%s" stays as it was typed', (typed) => {
  expect(maskSensitive(typed)).toEqual({ text: typed, masked: [] });
});
