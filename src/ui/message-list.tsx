import type { ComponentChildren } from 'preact';
import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import type { LogEntry, ToolTrace } from '#domain/views/log-entry.ts';
import { authorOf, handoverWords } from './announcements.ts';
import { type CardActions, CardView } from './cards/card-view.tsx';
import { useLanguage } from './language.ts';
import { MessageText } from './message-text.tsx';
import { cardsOf } from './open-confirmation.ts';
import { type Draft, draftText } from './transcript.ts';

export interface MessageListProps {
  entries: readonly LogEntry[];
  draft?: Draft | undefined;
  /** Who reads: their own messages stand on the other side. */
  reader: 'customer' | 'rep';
  readerName?: string | undefined;
  actions: CardActions;
  base: string;
  /** What comes after the last message: unsent ones, the working line, quick replies. */
  children?: ComponentChildren;
}

/** The conversation as a list of articles; announcing is the live region's work, never this list's. */
export function MessageList({
  entries,
  draft,
  reader,
  readerName,
  actions,
  base,
  children,
}: MessageListProps) {
  return (
    <ol class="messages">
      {entries.map((entry) => (
        <Entry
          key={entry.seq}
          entry={entry}
          reader={reader}
          readerName={readerName}
          actions={actions}
          base={base}
        />
      ))}
      {draft && <DraftMessage key="draft" draft={draft} />}
      {children}
    </ol>
  );
}

interface EntryProps extends Omit<MessageListProps, 'entries' | 'draft' | 'children'> {
  entry: LogEntry;
}

function Entry({ entry, reader, readerName, actions, base }: EntryProps) {
  const language = useLanguage();
  const { texts, format } = language;
  const { body } = entry;
  const isOwn =
    entry.author === reader && (reader === 'customer' || !readerName || entry.authorName === readerName);
  const who = isOwn ? texts.messages.you : authorOf(entry, texts);
  const label = `${who}, ${format.time(entry.at)}`;
  const cards = cardsOf(entry).map((card) => (
    <CardView key={card.text} card={card} actions={actions} base={base} />
  ));
  if (body.kind === 'handover') {
    const words = handoverWords(entry, language);
    return words ? (
      <li id={`entry-${entry.seq}`}>
        <article class="notice" aria-label={label}>
          {words} <span class="by-line">{format.time(entry.at)}</span>
          {reader === 'customer' && body.state === 'queued' && <WhatTheySee summary={body.summary} />}
        </article>
      </li>
    ) : null;
  }
  if (body.kind === 'card')
    return (
      <li id={`entry-${entry.seq}`}>
        <article class="message" aria-label={label}>
          {cards}
        </article>
      </li>
    );
  if (body.kind === 'note')
    return (
      <li id={`entry-${entry.seq}`}>
        <article class="note" aria-label={label}>
          <div class="by-line">
            {who} · {format.time(entry.at)} · {texts.messages.teamOnly}
          </div>
          {body.text}
        </article>
      </li>
    );
  if (body.kind === 'failure')
    return (
      <li id={`entry-${entry.seq}`}>
        <article class="problem" aria-label={label}>
          {body.text}
        </article>
      </li>
    );
  if (body.kind !== 'message') return null;
  const showsWho = reader === 'rep' || (entry.author === 'rep' && !isOwn);
  return (
    <li id={`entry-${entry.seq}`}>
      <article class={isOwn ? 'message own' : `message ${entry.author}`} aria-label={label}>
        {showsWho && (
          <div class="by-line">
            {who} · {format.time(entry.at)}
          </div>
        )}
        <Trace trace={body.trace ?? []} />
        {body.text !== '' && (
          <div class="bubble" dir="auto" lang={body.language}>
            {entry.author === 'assistant' ? <MessageText text={body.text} base={base} /> : body.text}
          </div>
        )}
        {cards}
      </article>
    </li>
  );
}

const customersFacts = ['claim', 'checked', 'wants'];

/** What the team will read first, so that the customer can put it right. */
function WhatTheySee({ summary }: { summary: ConversationSummary | undefined }) {
  const { texts } = useLanguage();
  const sentences = summary?.sentences.filter(({ topic }) => customersFacts.includes(topic)) ?? [];
  if (sentences.length === 0) return null;
  return (
    <div class="they-see">
      {texts.messages.theySee}
      <ul>
        {sentences.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/** What was looked up for an answer, in plain words. */
function Trace({ trace }: { trace: readonly ToolTrace[] }) {
  const { texts } = useLanguage();
  if (trace.length === 0) return null;
  const lines = trace.map(({ tool, ok, subject }) =>
    ok ? `✓ ${texts.trace(tool, subject)}` : `– ${texts.traceFailed(tool, subject)}`,
  );
  return (
    <div class="trace">
      {[...new Set(lines)].map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

function DraftMessage({ draft }: { draft: Draft }) {
  const { texts } = useLanguage();
  const text = draftText(draft);
  const done = draft.steps.filter(({ state }) => state !== 'running');
  if (text === '' && done.length === 0) return null;
  return (
    <li>
      <article class="message assistant" aria-label={texts.messages.assistant} aria-busy="true">
        <Trace trace={done.map(({ tool, subject, state }) => ({ tool, subject, ok: state === 'done' }))} />
        {text !== '' && (
          <div class="bubble" dir="auto">
            {text}
          </div>
        )}
      </article>
    </li>
  );
}
