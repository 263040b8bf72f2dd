import type { CaseRow, CustomerCaseView } from '#domain/views/case-view.ts';
import type { InvoiceSummary } from '#domain/views/invoice-view.ts';
import type { Offer } from '#domain/views/offer-view.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';

export type ConversationState = 'bot' | 'queued' | 'human' | 'ended';

/** What a customer sees first: GET /api/home. */
export interface Home {
  verified: boolean;
  name?: string;
  account?: string;
  invoices: InvoiceSummary[];
  invoiceCount: number;
  openCase?: CustomerCaseView;
  conversation?: { id: string; state: ConversationState };
  starters: string[];
}

export interface Conversation {
  id: string;
  state: ConversationState;
  position?: number;
  waitMinutes?: number;
  caseNumber?: string;
}

export interface RepQueue {
  offers: Offer[];
  mine: CaseRow[];
  waiting: CaseRow[];
  counts: Readonly<Record<string, number>>;
}

export interface Rep {
  id: string;
  name: string;
  email: string;
  role: string;
}

export interface DemoPerson {
  name: string;
  email: string;
  role: string;
  account?: string;
}

export interface Mail {
  key: string;
  recipient: string;
  subject: string;
  text: string;
  sentAt: string;
  link?: string;
}

/** The body of every refusal (application/problem+json); some codes bring facts along. */
export interface Problem {
  status?: number;
  title?: string;
  detail?: string;
  code?: string;
  fields?: { name: string; message: string }[];
  proposal?: ProposalView;
  changes?: string[];
  takenBy?: string;
}
