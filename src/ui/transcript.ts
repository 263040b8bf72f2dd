import type { LogEntry } from '#domain/views/log-entry.ts';

/** One piece of the AI SDK's UI message stream. */
export interface Chunk {
  type: string;
  readonly [field: string]: unknown;
}

/** A look-up the assistant makes while it writes. */
export interface Step {
  id: string;
  tool: string;
  subject?: string;
  state: 'running' | 'done' | 'failed';
}

/** The answer that is being written. */
export interface Draft {
  answers: number;
  texts: readonly { id: string; text: string }[];
  steps: readonly Step[];
}

export interface Transcript {
  entries: readonly LogEntry[];
  draft?: Draft;
  /** The draft came before a break; the next piece begins it anew. */
  isDraftStale: boolean;
  isCaughtUp: boolean;
}

export const emptyTranscript: Transcript = { entries: [], isDraftStale: false, isCaughtUp: false };

/** Adds a finished entry at its number; the same number twice counts once. */
export function withEntry(transcript: Transcript, entry: LogEntry): Transcript {
  if (transcript.entries.some(({ seq }) => seq === entry.seq)) return transcript;
  const place = transcript.entries.findLastIndex(({ seq }) => seq < entry.seq) + 1;
  const entries = transcript.entries.toSpliced(place, 0, entry);
  const isDraftOver = transcript.draft !== undefined && isOver(entries, transcript.draft.answers);
  return isDraftOver ? withoutDraft({ ...transcript, entries }) : { ...transcript, entries };
}

/** Folds a piece into the answer being written; pieces of a finished or silenced answer are dropped. */
export function withChunk(transcript: Transcript, answers: number, chunk: Chunk): Transcript {
  if (isOver(transcript.entries, answers)) return transcript;
  const isNew = transcript.isDraftStale || transcript.draft?.answers !== answers || chunk.type === 'start';
  const draft = isNew || !transcript.draft ? { answers, texts: [], steps: [] } : transcript.draft;
  return { ...transcript, isDraftStale: false, draft: folded(draft, chunk) };
}

export const joined = (transcript: Transcript): Transcript => ({ ...transcript, isDraftStale: true });

/** After the replay: a draft that was not begun anew has ended or was dropped meanwhile. */
export function caughtUp(transcript: Transcript): Transcript {
  const next = { ...transcript, isCaughtUp: true };
  return transcript.isDraftStale ? withoutDraft(next) : next;
}

export const draftText = (draft: Draft) =>
  draft.texts
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
    .join('\n\n');

function withoutDraft({ draft: _, ...rest }: Transcript): Transcript {
  return rest;
}

/** An answer is over when it, or its failure, is in the log, or when the chat was handed over after the question. */
function isOver(entries: readonly LogEntry[], answers: number): boolean {
  return entries.some(({ seq, body }) => {
    if (body.kind === 'message' || body.kind === 'failure') return body.answers === answers;
    return body.kind === 'handover' && seq > answers && (body.state === 'queued' || body.state === 'human');
  });
}

const word = (value: unknown) => (typeof value === 'string' ? value : '');

function folded(draft: Draft, chunk: Chunk): Draft {
  const id = word(chunk.id);
  const toolCallId = word(chunk.toolCallId);
  switch (chunk.type) {
    case 'text-start':
      return { ...draft, texts: [...draft.texts.filter((part) => part.id !== id), { id, text: '' }] };
    case 'text-delta': {
      const texts = draft.texts.some((part) => part.id === id)
        ? draft.texts
        : [...draft.texts, { id, text: '' }];
      const longer = texts.map((part) =>
        part.id === id ? { id, text: part.text + word(chunk.delta) } : part,
      );
      return { ...draft, texts: longer };
    }
    case 'tool-input-start':
    case 'tool-input-available': {
      const subject = subjectOf(chunk.input);
      const step: Step = {
        id: toolCallId,
        tool: word(chunk.toolName),
        state: 'running',
        ...(subject === undefined ? {} : { subject }),
      };
      return { ...draft, steps: [...draft.steps.filter((known) => known.id !== toolCallId), step] };
    }
    case 'tool-output-available':
      return withStepState(draft, toolCallId, isRefusal(chunk.output) ? 'failed' : 'done');
    case 'tool-input-error':
    case 'tool-output-error':
    case 'tool-output-denied':
      return withStepState(draft, toolCallId, 'failed');
    case 'reset-step':
      return { ...draft, texts: [], steps: [] };
    default:
      return draft;
  }
}

function withStepState(draft: Draft, id: string, state: Step['state']): Draft {
  return { ...draft, steps: draft.steps.map((step) => (step.id === id ? { ...step, state } : step)) };
}

const isRefusal = (output: unknown) =>
  typeof output === 'object' && output !== null && 'ok' in output && output.ok === false;

/** What a look-up is about, for "Looking up INV-20418". */
function subjectOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  if ('invoiceNumber' in input && typeof input.invoiceNumber === 'string') return input.invoiceNumber;
  if ('caseNumber' in input && typeof input.caseNumber === 'string') return input.caseNumber;
  return undefined;
}
