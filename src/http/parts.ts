import type { Assistant } from '#agents/assistant.ts';
import type { Config } from '#config';
import type { FrontDesk } from '#desks/front-desk.ts';
import type { Announcements } from '#live/announcements.ts';
import type { LogEvent } from '#live/log-reader.ts';

export type Readiness = {
  ready: boolean;
  parts: readonly { readonly name: string; readonly ok: boolean; readonly ms: number }[];
};

/** Where to start reading a conversation, and whose eyes read it. */
export type LogPlace = { conversationId: string; after: number; audience: 'everyone' | 'team' };

/** What the HTTP side is put together from. */
export type HttpParts = {
  readonly config: Config;
  readonly desk: FrontDesk;
  readonly assistant: Pick<Assistant, 'answer' | 'stop'>;
  readonly announcements: Announcements;
  readonly readLog: (place: LogPlace, signal: AbortSignal) => AsyncGenerator<LogEvent>;
  readonly isReady: () => Promise<Readiness>;
  /** Ends every open stream, so that the server can stop. */
  readonly stopping: AbortSignal;
  readonly log: {
    error(facts: Record<string, unknown>, message: string): void;
    warn(facts: Record<string, unknown>, message: string): void;
  };
  /** Where the web build is; the folder `dist` beside `src` when absent. */
  readonly webFolder?: string;
};
