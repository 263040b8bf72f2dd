import { batch, computed, signal } from '@preact/signals';
import type { LogEntry } from '#domain/views/log-entry.ts';
import { createAnnouncer } from '#ui/announcements.ts';
import { type Api, Unreachable } from '#ui/api.ts';
import { type Connection, isOffline } from '#ui/event-stream.ts';
import type { Language } from '#ui/language.ts';
import { readLog } from '#ui/log-reader.ts';
import { cardsOf } from '#ui/open-confirmation.ts';
import { caughtUp, emptyTranscript, joined, withChunk, withEntry } from '#ui/transcript.ts';
import type { Emit } from './contract.ts';
import { handoverOf, isWorking } from './conversation-state.ts';
import type { Identity } from './identity.ts';
import { createUnsent } from './unsent.ts';

export interface ConversationOptions {
  api: Api;
  base: string;
  identity: Identity;
  language: Language;
  emit: Emit;
  announce: (text: string) => void;
  /** Something came in that the reader has not been shown before. */
  onNews: (entry: LogEntry) => void;
  /** The server does not know this conversation, or not for this reader. */
  onLost: () => void;
}

/** One conversation: its log, what is on the way to it, and who is answering. */
export function createConversation(options: ConversationOptions) {
  const { api, base, identity, language, emit, announce, onNews, onLost } = options;
  const id = signal<string>();
  /** The invoice the customer is looking at. */
  const context = signal<string>();
  const transcript = signal(emptyTranscript);
  const connection = signal<Connection>(isOffline() ? 'offline' : 'online');
  const stoppedAt = signal(0);
  const newAnnouncer = () => createAnnouncer(announce, 'customer', language);
  let announceEntry = newAnnouncer();
  let known: { id: string; context: string | undefined } | undefined;
  let reader: ReturnType<typeof readLog> | undefined;
  /** The conversation this page began: nothing in it is old, however late its log is read. */
  let begunHere: string | undefined;

  const unsent = createUnsent({
    isOffline,
    post: async (message) => api.send('POST', `/api/conversations/${await ensured()}/messages`, message),
  });
  const handover = computed(() => handoverOf(transcript.value.entries));
  const isWithAssistant = computed(() => !['queued', 'human'].includes(handover.value.state));
  const working = computed(
    () =>
      isWithAssistant.value && isWorking(transcript.value.entries, unsent.messages.value, stoppedAt.value),
  );

  /** The id, after the server has a conversation by it about the invoice of the context. */
  async function ensured(): Promise<string> {
    if (id.value === undefined) {
      begunHere = crypto.randomUUID();
      id.value = begunHere;
    }
    const wanted = id.value;
    const about = context.value;
    if (known?.id === wanted && (known.context === about || !about)) return wanted;
    await api.send('POST', '/api/conversations', {
      id: wanted,
      ...(about ? { invoiceNumber: about } : {}),
    });
    // Somebody else may be reading by now: what was written for the old chat must not reach the new one.
    if (id.value !== wanted) throw new Unreachable('another conversation was begun');
    known = { id: wanted, context: about };
    if (!reader) follow(wanted);
    return wanted;
  }

  function follow(conversationId: string) {
    reader?.close();
    reader = readLog({
      url: `${base}/api/conversations/${conversationId}/log`,
      headers: identity.headers,
      onRefused: async (status) => {
        if (status === 401) return identity.renew();
        if (id.value === conversationId) onLost();
        return false;
      },
      onConnection: (state) => {
        if (connection.value === state) return;
        connection.value = state;
        emit('connection', { state });
        if (state === 'online') void unsent.flush();
      },
      onJoined: () => {
        transcript.value = joined(transcript.value);
      },
      onCaughtUp: () => {
        transcript.value = caughtUp(transcript.value);
      },
      onChunk: (answers, chunk) => {
        if (answers <= stoppedAt.value) return;
        transcript.value = withChunk(transcript.value, answers, chunk);
        emit('message', { role: 'assistant', final: false });
      },
      onEntry: take,
    });
  }

  function take(entry: LogEntry) {
    const isReplay = !transcript.value.isCaughtUp && id.value !== begunHere;
    const isKnown = transcript.value.entries.some(({ seq }) => seq === entry.seq);
    batch(() => {
      transcript.value = withEntry(transcript.value, entry);
      unsent.settle(entry.id, entry.seq);
    });
    announceEntry(entry, isReplay);
    if (isKnown || isReplay) return;
    onNews(entry);
    if (entry.body.kind === 'message') emit('message', { role: entry.author, final: true });
    if (entry.body.kind === 'handover') emit('handoff', { state: entry.body.state });
    for (const card of cardsOf(entry)) {
      if (card.kind === 'case') emit('case', { id: card.case.caseNumber, state: card.case.state });
      if (card.kind === 'resolution') emit('case', { id: card.caseNumber, state: 'closed' });
    }
  }

  const post = async (path: string, body?: unknown) =>
    api.send('POST', `/api/conversations/${await ensured()}/${path}`, body);

  return {
    id,
    context,
    transcript,
    connection,
    unsent,
    handover,
    isWithAssistant,
    working,
    open(conversationId: string) {
      known = { id: conversationId, context: context.value };
      id.value = conversationId;
      follow(conversationId);
    },
    /** Leaves the conversation; what was on its way to it is dropped with `isWhole`. */
    leave(isWhole = false) {
      reader?.close();
      reader = undefined;
      known = undefined;
      announceEntry = newAnnouncer();
      batch(() => {
        if (isWhole) unsent.clear();
        id.value = undefined;
        transcript.value = emptyTranscript;
        stoppedAt.value = 0;
      });
    },
    send(text: string) {
      stoppedAt.value = 0;
      unsent.add(text);
    },
    stop() {
      const asked = transcript.value.entries.findLast(({ author }) => author === 'customer');
      stoppedAt.value = asked?.seq ?? 0;
      transcript.value = caughtUp(joined(transcript.value));
      post('stop').catch(() => {});
    },
    askForPerson: () => post('handover', {}),
    /** Nobody has accepted yet, and the customer would rather go on with the assistant. */
    goBack: () => post('back'),
    confirm: (confirmationId: string, confirmed: boolean) =>
      post(`confirmations/${confirmationId}`, { confirmed }),
    comeBack() {
      connection.value = 'online';
      reader?.retryNow();
      void unsent.flush();
    },
    goOffline() {
      connection.value = 'offline';
      emit('connection', { state: 'offline' });
    },
  };
}
