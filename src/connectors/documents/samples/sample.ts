import { readFileSync } from 'node:fs';
import type { CreditNote } from '#domain/credit-note.ts';
import type { Invoice } from '#domain/invoice.ts';
import { readUbl } from '../read-ubl.ts';
import type { Seller } from '../seller.ts';

export type SampleName =
  | 'peppol-invoice.xml'
  | 'credit-note.xml'
  | 'order.xml'
  | 'despatch-advice.xml'
  | 'receipt-advice.xml';
export const sampleNames: readonly SampleName[] = [
  'peppol-invoice.xml',
  'credit-note.xml',
  'order.xml',
  'despatch-advice.xml',
  'receipt-advice.xml',
];

export const sampleText = (name: SampleName): string => readFileSync(new URL(name, import.meta.url), 'utf8');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function sampleInvoice(): Invoice {
  const read = readUbl(bytesOf(sampleText('peppol-invoice.xml')), 'peppol-invoice.xml');
  if (read.type !== 'invoice') throw new Error('The sample is no invoice');
  return read.document;
}

export function sampleCreditNote(): CreditNote {
  const read = readUbl(bytesOf(sampleText('credit-note.xml')), 'credit-note.xml');
  if (read.type !== 'credit_note') throw new Error('The sample is no credit note');
  return read.document;
}

export const sampleSeller: Seller = {
  name: 'Nordlicht Großhandel GmbH',
  street: 'Hafenstraße 12',
  city: 'Hamburg',
  postalCode: '20457',
  countryCode: 'DE',
  vatNumber: 'DE123456789',
  email: 'billing@nordlicht.example',
  phone: '+49 40 555 0100',
  bank: { name: 'Hafenbank', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
  paymentMethods: ['bank transfer'],
};
