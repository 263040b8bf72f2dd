import type { AtpProvider } from '#connectors/available-to-promise.ts';
import type { DeliveryRecordProvider } from '#connectors/delivery-records.ts';
import type { Mailer } from '#connectors/mailer.ts';
import type { Policy } from '#domain/policy.ts';
import type { RecordWriter } from '#domain/record-writer.ts';
import type { Knowledge } from '#knowledge/knowledge.ts';
import type { Database } from '#storage/database.ts';

/** What changed, so that whoever watches can look again. */
export type Announcement =
  | { readonly conversation: string }
  /** The reps' queue or a case on it. */
  | { readonly queue: true };

/** Everything an action works with; the assembly makes one per process. */
export type Service = {
  readonly db: Database;
  readonly policy: Policy;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly deliveries: DeliveryRecordProvider;
  readonly stock: AtpProvider;
  readonly mailer: Mailer;
  readonly knowledge: Knowledge;
  /** Writes summaries, short descriptions and drafts, and reads moods. */
  readonly records: RecordWriter;
  /** Keys the audit chain and the links we sign. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly holdSeconds: number;
  /** Called after a commit, never inside one. */
  readonly announce: (what: Announcement) => void;
  /** A line for the people who run the service; no personal data. */
  readonly warn: (message: string, facts: Record<string, unknown>) => void;
};

/** Today in the seller's own calendar, as an ISO day. */
export const today = (service: Pick<Service, 'now' | 'policy'>): string =>
  dayIn(service.now(), service.policy.calendar.timeZone);

export const dayIn = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
