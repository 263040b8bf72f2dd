import type { LogEntry } from '#domain/views/log-entry.ts';
import type { Texts } from './language/texts.ts';
import type { Language } from './language.ts';

const longest = 300;

/** Who wrote an entry, for people who read or hear it. */
export function authorOf(entry: LogEntry, texts: Texts): string {
  if (entry.author === 'assistant') return texts.messages.assistant;
  if (entry.author === 'rep') return entry.authorName ?? texts.messages.team;
  if (entry.author === 'customer') return entry.authorName ?? texts.messages.customer;
  return texts.messages.system;
}

/** The words of a change of hands, undefined for the ordinary start with the assistant. */
export function handoverWords(entry: LogEntry, { texts, format }: Language): string | undefined {
  if (entry.body.kind !== 'handover') return undefined;
  const { state, position, waitMinutes, backAt } = entry.body;
  const name = entry.body.repName ?? entry.authorName ?? texts.messages.team;
  if (state === 'human') return texts.messages.joined(name);
  if (state === 'ended') return texts.messages.left(name);
  if (state === 'bot') return texts.messages.assistantBack;
  if (backAt !== undefined) return texts.messages.teamAway(format.moment(backAt));
  const place = position === undefined ? '' : ` ${texts.messages.place(position, waitMinutes)}`;
  return `${texts.messages.queued}${place}`;
}

/** What a screen reader is told about a finished entry; one's own messages are not repeated. */
export function announcementOf(
  entry: LogEntry,
  own: LogEntry['author'],
  language: Language,
): string | undefined {
  if (entry.author === own) return undefined;
  const { texts } = language;
  const text = spoken(entry, language);
  if (text === undefined) return undefined;
  const said = entry.author === 'system' ? text : texts.messages.said(authorOf(entry, texts), text);
  return said.length <= longest ? said : `${said.slice(0, longest)}… ${texts.messages.continues}`;
}

function spoken(entry: LogEntry, language: Language): string | undefined {
  const { body } = entry;
  if (body.kind === 'card') return body.card.text;
  if (body.kind === 'handover') return handoverWords(entry, language);
  if (body.kind === 'summary') return undefined;
  return body.text;
}

/** Writes each finished entry into the live region once; what is only being replayed stays silent. */
export function createAnnouncer(write: (text: string) => void, own: LogEntry['author'], language: Language) {
  const heard = new Set<number>();
  return (entry: LogEntry, isReplay: boolean) => {
    if (heard.has(entry.seq)) return;
    heard.add(entry.seq);
    const text = isReplay ? undefined : announcementOf(entry, own, language);
    if (text !== undefined) write(text);
  };
}
