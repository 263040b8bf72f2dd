import { batch, computed, signal } from '@preact/signals';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { ReplyDraftView } from '#domain/views/reply-draft-view.ts';
import type { SimilarCasesView, ValidationView } from '#domain/views/validation-view.ts';
import { type Api, reasonOf } from '#ui/api.ts';
import type { Language } from '#ui/language.ts';
import { readLog } from '#ui/log-reader.ts';
import { caughtUp, emptyTranscript, joined, withChunk, withEntry } from '#ui/transcript.ts';
import { createRemote } from './remote.ts';

export interface AssistOptions {
  api: Api;
  language: Language;
  casePath: () => string;
  caseNumber: () => string | undefined;
  /** The assistant finished an answer, perhaps with a proposal: the case is read again. */
  onAnswer: () => void;
}

/** Dispute assist for the open record: each pill is a plain call, and free text goes to the assistant. */
export function createAssist({ api, language, casePath, caseNumber, onAnswer }: AssistOptions) {
  const { unreachable } = language.texts.workspace;
  const check = createRemote<ValidationView>(unreachable);
  const similar = createRemote<SimilarCasesView>(unreachable);
  const invoice = createRemote<InvoiceView>(unreachable);
  const draft = createRemote<ReplyDraftView>(unreachable);
  const transcript = signal(emptyTranscript);
  const asked = signal<readonly { id: string; text: string }[]>([]);
  const problem = signal<string>();
  let conversationId: string | undefined;
  let reader: ReturnType<typeof readLog> | undefined;

  const isWorking = computed(() => {
    const { entries } = transcript.value;
    const question = entries.findLast(({ author, body }) => author === 'rep' && body.kind === 'message');
    if (asked.value.length > 0) return true;
    return (
      question !== undefined && !entries.some(({ seq, author }) => seq > question.seq && author !== 'rep')
    );
  });

  function follow(id: string) {
    reader = readLog({
      url: `/api/rep/conversations/${id}/log`,
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
        batch(() => {
          transcript.value = withEntry(transcript.value, entry);
          asked.value = asked.value.filter(({ id }) => id !== entry.id);
        });
        if (entry.author === 'assistant') onAnswer();
      },
    });
  }

  async function conversation(): Promise<string> {
    if (conversationId) return conversationId;
    const about = caseNumber();
    const started = await api.send<{ conversationId: string }>(
      'POST',
      '/api/rep/assist',
      about ? { caseNumber: about } : {},
    );
    conversationId = started.conversationId;
    follow(conversationId);
    return conversationId;
  }

  return {
    check: check.current,
    similar: similar.current,
    invoice: invoice.current,
    draft: draft.current,
    transcript,
    asked,
    isWorking,
    problem,
    checkClaim: () => check.load(() => api.send<ValidationView>('POST', `${casePath()}/check`, {})),
    findSimilar: () => similar.load(() => api.get<SimilarCasesView>(`${casePath()}/similar`)),
    readInvoice: () => invoice.load(() => api.get<InvoiceView>(`${casePath()}/invoice`)),
    /** Something was decided: an invoice that is shown must not go on showing how it stood before. */
    refreshInvoice: () => {
      if (invoice.current.value.state === 'ready')
        void invoice.load(() => api.get<InvoiceView>(`${casePath()}/invoice`));
    },
    draftReply: () => draft.load(() => api.get<ReplyDraftView>(`${casePath()}/reply-draft`)),
    dropDraft: draft.clear,
    async ask(text: string) {
      const message = { id: crypto.randomUUID(), text };
      problem.value = undefined;
      asked.value = [...asked.value, message];
      try {
        await api.send('POST', `/api/rep/conversations/${await conversation()}/messages`, message);
      } catch (error) {
        asked.value = asked.value.filter(({ id }) => id !== message.id);
        problem.value = reasonOf(error, unreachable);
      }
    },
    /** Another record is open now. */
    clear() {
      reader?.close();
      reader = undefined;
      conversationId = undefined;
      batch(() => {
        for (const remote of [check, similar, invoice, draft]) remote.clear();
        transcript.value = emptyTranscript;
        asked.value = [];
        problem.value = undefined;
      });
    },
  };
}
export type Assist = ReturnType<typeof createAssist>;
