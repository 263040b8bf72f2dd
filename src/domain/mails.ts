import type { DisputeReasonCode } from './dispute-reason.ts';
import { reasonOf } from './dispute-reasons.ts';

export type MailText = { readonly subject: string; readonly text: string };

/** The mail that says a case was opened; sums are decimal strings, times already in the customer's words. */
export function caseOpenedMail(facts: {
  readonly name: string;
  readonly caseNumber: string;
  readonly invoiceNumber: string;
  readonly reason: DisputeReasonCode;
  readonly understood: readonly string[];
  readonly total: string;
  readonly replyBy: string;
  readonly link: string;
  readonly seller: string;
}): MailText {
  return {
    subject: `Case ${facts.caseNumber}: ${reasonOf(facts.reason).label.en} on ${facts.invoiceNumber}`,
    text: [
      `Dear ${facts.name},`,
      '',
      `We have opened case ${facts.caseNumber} about invoice ${facts.invoiceNumber}.`,
      '',
      'What we understood:',
      ...facts.understood.map((line) => `- ${line}`),
      `- ${facts.total} is in dispute. You need not pay that part while we look into it.`,
      '',
      `We reply by ${facts.replyBy}.`,
      `Follow the case here: ${facts.link}`,
      '',
      facts.seller,
    ].join('\n'),
  };
}

/** The mail that closes a case, for every outcome; `outcome` is the sentence of the resolution notes. */
export function caseClosedMail(facts: {
  readonly name: string;
  readonly caseNumber: string;
  readonly invoiceNumber: string;
  readonly kind: 'credit_note' | 'replacement_order' | 'denial';
  readonly outcome: string;
  /** Figures line by line: what was billed, delivered, credited. */
  readonly figures: readonly string[];
  /** Where the document can be downloaded, when there is one. */
  readonly documentLink?: string;
  readonly link: string;
  readonly seller: string;
}): MailText {
  const subject = {
    credit_note: 'credit note issued',
    replacement_order: 'goods sent again',
    denial: 'outcome of your claim',
  }[facts.kind];
  return {
    subject: `Case ${facts.caseNumber}: ${subject} for ${facts.invoiceNumber}`,
    text: [
      `Dear ${facts.name},`,
      '',
      facts.outcome,
      '',
      ...facts.figures.map((line) => `- ${line}`),
      ...(facts.documentLink === undefined ? [] : ['', `Download the document: ${facts.documentLink}`]),
      '',
      `See the case: ${facts.link}`,
      facts.kind === 'denial'
        ? 'If you see it differently, answer in the chat or send us your proof: a person looks at it again.'
        : 'If anything is still wrong, write to us in the chat.',
      '',
      facts.seller,
    ].join('\n'),
  };
}

/** The mail that carries links to a copy of an invoice. */
export const invoiceCopyMail = (facts: {
  readonly name: string;
  readonly invoiceNumber: string;
  readonly pdfUrl: string;
  readonly xmlUrl: string;
  readonly seller: string;
}): MailText => ({
  subject: `Invoice ${facts.invoiceNumber}`,
  text: [
    `Dear ${facts.name},`,
    '',
    `Here is the copy of invoice ${facts.invoiceNumber} you asked for. The links work for 15 minutes.`,
    '',
    `PDF: ${facts.pdfUrl}`,
    `XML (UBL): ${facts.xmlUrl}`,
    '',
    facts.seller,
  ].join('\n'),
});

/** The mail with which staff sign in. */
export const signInMail = (facts: {
  readonly name: string;
  readonly link: string;
  readonly minutes: number;
}): MailText => ({
  subject: 'Your sign-in link for Redress',
  text: [
    `Hello ${facts.name},`,
    '',
    `Open this link to sign in. It works once, for ${facts.minutes} minutes:`,
    facts.link,
    '',
    'If you did not ask for it, ignore this mail: nobody gets in without the link.',
  ].join('\n'),
});
