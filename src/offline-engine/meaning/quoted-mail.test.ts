import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';

const read = (side: 'customer' | 'rep', ...lines: string[]) =>
  understand({ text: lines.join('\n'), side, today: '2026-11-20' });

describe('a mail that a rep pastes', () => {
  it('says what is to be checked', () => {
    const { intents, slots } = read(
      'rep',
      'look whether the delivery papers say the same as him:',
      '',
      '> on INV-30440 you have 96 bags of cement, to site came 90',
    );
    expect(intents).toEqual(['rep.validate']);
    expect(slots).toMatchObject({ invoice: 'INV-30440', billed_qty: 96, delivered_qty: 90, claimed_qty: 6 });
    expect(slots).not.toHaveProperty('dispute_type');
  });

  it('holds the claims that are to be opened', () => {
    const { intents, slots } = read(
      'rep',
      'Fwd from the customer:',
      '> we received 22 of the 30 packs of headbands',
      '> and the binding tape is torn in 3 rolls',
      'Invoice 30351. Open both please.',
    );
    expect(intents).toEqual(['dispute.open', 'dispute.open']);
    expect(slots).toMatchObject({ invoice: 'INV-30351', dispute_type: ['quantity_short', 'damaged'] });
  });

  it('does not take the place of what the rep asks', () => {
    const { intents, slots } = read(
      'rep',
      'pasting what he just sent me:',
      '> I wait for three weeks now because of the lids.',
      'what is the status of case 2253?',
    );
    expect(intents).toEqual(['case.status']);
    expect(slots).toMatchObject({ case: 'CASE-2253' });
  });
});

describe('a mail that a customer quotes', () => {
  it('says what is wrong when their own people wrote it', () => {
    const { intents, slots } = read(
      'customer',
      'see below from my boss',
      '> on 20418 only 100 of the 120 crates came',
    );
    expect(intents).toEqual(['dispute.open']);
    expect(slots).toMatchObject({ invoice: 'INV-20418', billed_qty: 120, delivered_qty: 100 });
  });

  it('names the invoice when it is ours, and nothing else', () => {
    const { intents, slots } = read(
      'customer',
      '> Dear customer, invoice INV-40312 is now 14 days past due.',
      'I paid that last week, please check',
    );
    expect(intents).toEqual(['payment.status']);
    expect(slots).toMatchObject({ invoice: 'INV-40312' });
    expect(slots).not.toHaveProperty('days');
  });

  it('is no day of anything where a mail program says when it was written', () => {
    const { slots } = read(
      'customer',
      'On Nov 16, billing wrote:',
      '> Your invoice INV-30437 is attached.',
      'please send it as a pdf',
    );
    expect(slots).toEqual({ invoice: 'INV-30437' });
  });

  it('is the invoice that is a copy of the one the customer names', () => {
    const { slots } = read(
      'customer',
      '> Payment reminder: INV-52207',
      'This is a duplicate of 52190, I do not pay twice.',
    );
    expect(slots).toMatchObject({ invoices: ['INV-52207', 'INV-52190'], dispute_type: 'duplicate' });
  });
});
