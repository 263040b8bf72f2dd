import { batch, signal } from '@preact/signals';
import type { RepCaseView } from '#domain/views/case-view.ts';
import { createAnnouncer } from '#ui/announcements.ts';
import { type Api, reasonOf } from '#ui/api.ts';
import type { Language } from '#ui/language.ts';
import { readLog } from '#ui/log-reader.ts';
import { caughtUp, emptyTranscript, joined, withChunk, withEntry } from '#ui/transcript.ts';
import { createRemote, readyValue } from './remote.ts';

export interface RecordKey {
  caseNumber?: string | undefined;
  conversationId?: string | undefined;
}

/** The record in the middle of the screen: its case, its chat, and what the rep writes to either. */
export function createOpenRecord(api: Api, language: Language, announce: (text: string) => void) {
  const { workspace } = language.texts;
  const key = signal<RecordKey>({});
  const record = createRemote<RepCaseView>(workspace.unreachable);
  const transcript = signal(emptyTranscript);
  const problem = signal<string>();
  let reader: ReturnType<typeof readLog> | undefined;
  let announceEntry = createAnnouncer(announce, 'rep', language);

  const casePath = () => `/api/rep/cases/${encodeURIComponent(key.value.caseNumber ?? '')}`;

  /** Notes go to the case; in a chat that led to none, to the chat. */
  const notesPlace = () =>
    key.value.caseNumber ? casePath() : `/api/rep/conversations/${key.value.conversationId}`;

  function follow(conversationId: string) {
    reader?.close();
    announceEntry = createAnnouncer(announce, 'rep', language);
    transcript.value = emptyTranscript;
    reader = readLog({
      url: `/api/rep/conversations/${conversationId}/log`,
      headers: async () => ({}),
      onRefused: async () => false,
      onConnection: () => {},
      onJoined: () => {
        transcript.value = joined(transcript.value);
      },
      onCaughtUp: () => {
        transcript.value = caughtUp(transcript.value);
      },
      onChunk: (answers, chunk) => {
        transcript.value = withChunk(transcript.value, answers, chunk);
      },
      onEntry: (entry) => {
        const isReplay = !transcript.value.isCaughtUp;
        transcript.value = withEntry(transcript.value, entry);
        announceEntry(entry, isReplay);
      },
    });
  }

  async function readCase() {
    const { caseNumber } = key.value;
    if (!caseNumber) return;
    const view = await record.load(() => api.get<RepCaseView>(casePath()));
    const conversationId = view?.conversationId;
    if (!conversationId || key.value.conversationId === conversationId) return;
    key.value = { caseNumber, conversationId };
    follow(conversationId);
  }

  /** Ids kept until their words arrived, so that sending the same words again is the same message. */
  const unsent = new Map<string, string>();

  /** True when it arrived; otherwise the reason stands below the composer and the text comes back into it. */
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    problem.value = undefined;
    try {
      await act();
      return true;
    } catch (error) {
      problem.value = `${workspace.notSent} ${reasonOf(error, workspace.unreachable)}`;
      return false;
    }
  };

  async function post(place: string, text: string): Promise<boolean> {
    const message = JSON.stringify([place, text]);
    const id = unsent.get(message) ?? crypto.randomUUID();
    unsent.set(message, id);
    const isSent = await attempt(() => api.send('POST', place, { id, text }));
    if (isSent) unsent.delete(message);
    return isSent;
  }

  return {
    key,
    record: record.current,
    caseView: () => readyValue(record.current.value),
    casePath,
    transcript,
    problem,
    refresh: readCase,
    open(next: RecordKey) {
      if (next.caseNumber === key.value.caseNumber && next.conversationId === key.value.conversationId)
        return;
      reader?.close();
      reader = undefined;
      batch(() => {
        key.value = next;
        record.clear();
        transcript.value = emptyTranscript;
        problem.value = undefined;
      });
      if (next.conversationId) follow(next.conversationId);
      void readCase();
    },
    reply: (text: string) => post(`/api/rep/conversations/${key.value.conversationId}/messages`, text),
    async addNote(text: string) {
      const isAdded = await post(`${notesPlace()}/notes`, text);
      if (isAdded) await readCase();
      return isAdded;
    },
    async endChat() {
      await attempt(() => api.send('POST', `/api/rep/conversations/${key.value.conversationId}/end`, {}));
      await readCase();
    },
    async assignToMe() {
      await attempt(() => api.send('POST', `${casePath()}/assignment`, {}));
      await readCase();
    },
    close: () => reader?.close(),
  };
}
export type OpenRecord = ReturnType<typeof createOpenRecord>;
