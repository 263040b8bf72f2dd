import type { PaymentInstructionsView } from '#domain/views/account-view.ts';
import type { Service } from '../service.ts';

/** How and where to pay, from the policy; never from a message. */
export const paymentInstructions = ({ policy: { seller } }: Service): PaymentInstructionsView => ({
  seller: seller.name,
  bankName: seller.bank.name,
  iban: seller.bank.iban,
  bic: seller.bank.bic,
  methods: seller.paymentMethods,
});
