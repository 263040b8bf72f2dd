import { batch, computed, effect, signal } from '@preact/signals';
import { createApi, reasonOf } from '#ui/api.ts';
import type { Language } from '#ui/language.ts';
import type { Home } from '#ui/wire.ts';
import type { Emit, OpenOptions, TokenSource } from './contract.ts';
import { createConversation } from './conversation.ts';
import { createIdentity, visitor } from './identity.ts';
import { createSavedWork } from './saved-work.ts';

export interface ChatOptions {
  site: string;
  api: string;
  language: Language;
  emit: Emit;
  announce: (text: string) => void;
  onUnread: (count: number) => void;
}

/** One reader's chat: what is known of it, and what can be done. Views read the signals and call the verbs. */
export function createChat({ site, api: base, language, emit, announce, onUnread }: ChatOptions) {
  const saved = createSavedWork(site);
  const view = signal<'home' | 'conversation'>('home');
  const home = signal<Home>();
  const homeProblem = signal(false);
  const problem = signal<string>();
  const draft = signal('');
  const visitorToken = signal<string>();
  const isShown = signal(false);
  const unread = signal(0);
  /** Whose saved work has been read back; before that nothing is saved over it. */
  const restoredFor = signal<string>();
  let hasBegun = false;
  let wanted: OpenOptions = {};
  /** Sign-ins under way: nothing is fetched before it is known for whom. */
  let identifying = 0;

  const plainApi = createApi({ base, headers: async () => ({}) });
  const identity = createIdentity({
    visitorToken: async () => {
      visitorToken.value ??= (await plainApi.send<{ token: string }>('POST', '/api/visitors')).token;
      return visitorToken.value;
    },
    dropVisitorToken: () => {
      visitorToken.value = undefined;
    },
    onSubject: (subject) => {
      forget();
      saved.wipeOthers(subject);
      restore(subject);
    },
    onError: (code) => emit('error', { code }),
  });
  const api = createApi({ base, headers: identity.headers, renew: identity.renew });
  const conversation = createConversation({
    api,
    base,
    identity,
    language,
    emit,
    announce,
    onNews: ({ author }) => {
      if (!isShown.value && author !== 'customer') unread.value += 1;
    },
    onLost: () => startAnew(),
  });
  const { unsent, context } = conversation;

  const stopSettling = effect(() => {
    const { entries } = conversation.transcript.value;
    for (const { id, seq } of unsent.messages.value)
      if (seq !== undefined && entries.some((entry) => entry.seq === seq)) unsent.remove(id);
  });
  const stopSaving = effect(() => {
    const work = {
      conversationId: conversation.id.value,
      draft: draft.value,
      unsent: unsent.messages.value
        .filter(({ state }) => state !== 'sent')
        .map(({ id, text }) => ({ id, text })),
      visitorToken: visitorToken.value,
    };
    if (restoredFor.value === identity.subject()) saved.write(identity.subject(), work);
  });
  const stopCounting = effect(() => {
    onUnread(unread.value);
    emit('unread', { count: unread.value });
  });

  function forget() {
    hasBegun = false;
    batch(() => {
      restoredFor.value = undefined;
      conversation.leave(true);
      view.value = 'home';
      home.value = undefined;
      homeProblem.value = false;
      problem.value = undefined;
      draft.value = '';
      visitorToken.value = undefined;
      unread.value = 0;
    });
  }

  function restore(subject: string) {
    const work = saved.read(subject);
    batch(() => {
      restoredFor.value = subject;
      draft.value = work.draft;
      visitorToken.value = work.visitorToken;
      if (work.conversationId) openConversation(work.conversationId);
    });
    if (work.unsent.length > 0) unsent.restore(work.unsent);
  }

  function openConversation(id: string) {
    view.value = 'conversation';
    conversation.open(id);
  }

  function startAnew() {
    conversation.leave();
    view.value = 'home';
    void loadHome();
  }

  async function loadHome() {
    const subject = identity.subject();
    homeProblem.value = false;
    try {
      const next = await api.get<Home>('/api/home');
      if (identity.subject() !== subject) return;
      home.value = next;
      const current = next.conversation;
      const isGoingOn = current?.state === 'queued' || current?.state === 'human';
      if (current && isGoingOn && !conversation.id.value) openConversation(current.id);
    } catch {
      if (identity.subject() === subject) homeProblem.value = true;
    }
  }

  /** What the page asked to open with, once it is known for whom. */
  function prefill() {
    if (!hasBegun) return;
    if (wanted.text !== undefined) draft.value = wanted.text;
    if (wanted.invoice !== undefined) context.value = wanted.invoice;
    wanted = {};
  }

  function begin() {
    if (hasBegun || identifying > 0) return;
    hasBegun = true;
    if (identity.state.value === 'anonymous' && !conversation.id.value) restore(visitor);
    prefill();
    void loadHome();
  }

  const attempt = async (act: () => Promise<unknown>) => {
    problem.value = undefined;
    await act().catch((error: unknown) => {
      problem.value = reasonOf(error, language.texts.widget.loadFailed);
    });
  };

  const comeBack = () => {
    conversation.comeBack();
    if (homeProblem.value) void loadHome();
  };
  // A page out of the browser's cache may belong to somebody else by now.
  const comeFromCache = ({ persisted }: PageTransitionEvent) => {
    if (persisted && identity.state.value === 'known') void identity.renew();
  };
  addEventListener('online', comeBack);
  addEventListener('offline', conversation.goOffline);
  addEventListener('pageshow', comeFromCache);

  return {
    ...conversation,
    base,
    view,
    home,
    homeProblem,
    problem,
    draft,
    identityState: identity.state,
    hasConversation: computed(
      () => conversation.id.value !== undefined || home.value?.conversation !== undefined,
    ),
    show(options: OpenOptions) {
      isShown.value = true;
      unread.value = 0;
      wanted = options;
      begin();
      prefill();
    },
    hide: () => {
      isShown.value = false;
    },
    send(text: string) {
      const words = text.trim();
      if (words === '') return;
      batch(() => {
        problem.value = undefined;
        draft.value = '';
        view.value = 'conversation';
        conversation.send(words);
      });
    },
    /** Takes a refused message back into the composer, before what stands there already. */
    edit({ id, text }: { id: string; text: string }) {
      batch(() => {
        draft.value = draft.value === '' ? text : `${text}\n${draft.value}`;
        unsent.remove(id);
      });
    },
    askForPerson() {
      view.value = 'conversation';
      return attempt(conversation.askForPerson);
    },
    goBack: () => attempt(conversation.goBack),
    /** Opens the invoice's PDF by a link made for this reader and a short time. */
    download: (number: string) =>
      attempt(async () => {
        const path = `/api/invoices/${encodeURIComponent(number)}/copy`;
        const { pdfUrl } = await api.send<{ pdfUrl: string }>('POST', path, {});
        const link = document.createElement('a');
        link.href = new URL(pdfUrl, base || location.origin).href;
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
        link.click();
      }),
    goHome() {
      view.value = 'home';
      void loadHome();
    },
    goOn() {
      const last = home.value?.conversation?.id;
      if (conversation.id.value) view.value = 'conversation';
      else if (last) openConversation(last);
    },
    startAnew,
    loadHome,
    renew: async () => {
      if (await identity.renew()) void loadHome();
    },
    async identify(source: TokenSource) {
      identifying += 1;
      const isKnown = await identity.identify(source);
      identifying -= 1;
      if (isKnown && (isShown.value || conversation.id.value)) begin();
    },
    logout() {
      forget();
      identity.logout();
      if (isShown.value) begin();
    },
    destroy() {
      forget();
      identity.stop();
      stopSettling();
      stopSaving();
      stopCounting();
      removeEventListener('online', comeBack);
      removeEventListener('offline', conversation.goOffline);
      removeEventListener('pageshow', comeFromCache);
    },
  };
}
export type Chat = ReturnType<typeof createChat>;
