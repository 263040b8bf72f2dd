import { effect, signal, untracked } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Offer } from '#domain/views/offer-view.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import type { Language } from '#ui/language.ts';
import type { Rep } from '#ui/wire.ts';
import { createAssist } from './assist.ts';
import { createOpenRecord, type RecordKey } from './open-record.ts';
import { createQueue } from './queue.ts';
import { createResolution } from './resolution.ts';
import type { Session } from './session.ts';

const deciders = ['manager', 'approver', 'admin'];

export type Pane = 'list' | 'record' | 'assist';

export interface DeskOptions {
  session: Session;
  rep: Rep;
  language: Language;
  announce: (text: string) => void;
}

/** Everything one signed-in rep works with on this screen. */
export function createDesk({ session, rep, language, announce }: DeskOptions) {
  const { api } = session;
  const pane = signal<Pane>('list');
  const isDrawerOpen = signal(false);
  const replyMode = signal<'reply' | 'note'>('reply');
  const replyText = signal('');
  const now = signal(Date.now());
  const record = createOpenRecord(api, language, announce);
  const casePath = record.casePath;
  const resolution = createResolution({
    api,
    language,
    casePath,
    caseNumber: () => record.key.value.caseNumber,
    onChange: () => {
      void record.refresh();
      void queue.refresh();
      assist.refreshInvoice();
    },
  });
  const assist = createAssist({
    api,
    language,
    casePath,
    caseNumber: () => record.key.value.caseNumber,
    onAnswer: () => void record.refresh(),
  });
  const queue = createQueue({
    api,
    language,
    onRefused: () => {
      session.rep.value = 'signed out';
    },
    onChange: () => void record.refresh(),
  });
  const stopAdopting = effect(() => {
    const view = record.caseView();
    // Only a newly read case counts: what the rep puts aside must not come back by itself.
    if (view) untracked(() => resolution.adopt(view.proposals));
  });
  const clock = setInterval(() => {
    now.value = Date.now();
  }, 1000);
  void queue.setPresence('available');

  /** Whether to offer the decision; whether it holds is for the server to say. */
  const mayDecide = ({ approval }: ProposalView) =>
    approval.approver === rep.name || deciders.includes(rep.role);

  const draftKey = () => `redress:reply:${record.key.value.caseNumber ?? record.key.value.conversationId}`;

  function open(key: RecordKey) {
    const known = record.key.value;
    const isSame =
      (key.caseNumber !== undefined && key.caseNumber === known.caseNumber) ||
      (key.conversationId !== undefined && key.conversationId === known.conversationId);
    pane.value = 'record';
    if (isSame) return;
    assist.clear();
    resolution.clear();
    record.open(key);
    replyText.value = sessionStorage.getItem(draftKey()) ?? '';
    replyMode.value = 'reply';
  }

  function write(text: string) {
    replyText.value = text;
    if (text === '') sessionStorage.removeItem(draftKey());
    else sessionStorage.setItem(draftKey(), text);
  }

  /** Empties the composer for the next words; the answer puts the text back where it came from, before what was written since. */
  function takeText() {
    const text = replyText.value;
    const key = draftKey();
    write('');
    return () => {
      const since = key === draftKey() ? replyText.value : (sessionStorage.getItem(key) ?? '');
      const both = since === '' ? text : `${text}\n${since}`;
      if (key === draftKey()) write(both);
      else sessionStorage.setItem(key, both);
    };
  }

  return {
    rep,
    session,
    queue,
    record,
    assist,
    resolution,
    pane,
    isDrawerOpen,
    replyMode,
    replyText,
    mayDecide,
    /** Whether this rep is ever asked to decide. */
    decides: deciders.includes(rep.role),
    /** Ticks once a second, for clocks. */
    now,
    open,
    write,
    takeText,
    async accept(offer: Offer) {
      const accepted = await queue.accept(offer);
      if (!accepted) return;
      const caseNumber = accepted.caseNumber ?? offer.caseNumber;
      open({ conversationId: offer.conversationId, ...(caseNumber ? { caseNumber } : {}) });
    },
    isOffline: () => queue.connection.value === 'offline',
    close() {
      stopAdopting();
      clearInterval(clock);
      queue.close();
      record.close();
      assist.clear();
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No desk: nobody is signed in.');
  return desk;
}
