import { signal } from '@preact/signals';
import type { CaseRow } from '#domain/views/case-view.ts';
import type { Offer } from '#domain/views/offer-view.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { type Api, ApiRefusal, reasonOf } from '#ui/api.ts';
import { type Connection, followEvents, isOffline } from '#ui/event-stream.ts';
import type { Language } from '#ui/language.ts';
import type { RepQueue } from '#ui/wire.ts';

export type ListView = 'mine' | 'waiting' | 'all' | 'approvals';
export type Presence = 'available' | 'busy' | 'away';

export interface QueueOptions {
  api: Api;
  language: Language;
  onRefused: () => void;
  /** Something changed on the server; whoever shows a case reads it again. */
  onChange: () => void;
}

/** What waits for the rep: offers, own and waiting cases, approvals; kept fresh by the server's events. */
export function createQueue({ api, language, onRefused, onChange }: QueueOptions) {
  const { workspace } = language.texts;
  const queue = signal<RepQueue>();
  const all = signal<readonly CaseRow[]>([]);
  const approvals = signal<readonly ProposalView[]>([]);
  const view = signal<ListView>('mine');
  const presence = signal<Presence>('available');
  const connection = signal<Connection>(isOffline() ? 'offline' : 'online');
  const refreshedAt = signal<string>();
  const isStale = signal(false);
  const notice = signal<string>();

  async function refresh() {
    try {
      const [nextQueue, nextApprovals] = await Promise.all([
        api.get<RepQueue>('/api/rep/queue'),
        api.get<ProposalView[]>('/api/rep/approvals'),
      ]);
      queue.value = nextQueue;
      approvals.value = nextApprovals;
      if (view.value === 'all') await readAll();
      refreshedAt.value = new Date().toISOString();
      isStale.value = false;
    } catch {
      isStale.value = true;
    }
  }

  const readAll = async () => {
    const answer = await api.get<CaseRow[] | { cases: CaseRow[] }>('/api/rep/cases?view=all');
    all.value = Array.isArray(answer) ? answer : answer.cases;
  };

  const events = followEvents({
    url: '/api/rep/events',
    headers: async () => ({}),
    onEvent: () => {
      void refresh();
      onChange();
    },
    onConnection: (state) => {
      if (state === 'online' && connection.value !== 'online') void refresh();
      connection.value = state;
    },
    onRefused: async () => {
      onRefused();
      return false;
    },
  });
  const comeBack = () => {
    events.retryNow();
    void refresh();
  };
  const goOffline = () => {
    connection.value = 'offline';
  };
  addEventListener('online', comeBack);
  addEventListener('offline', goOffline);
  void refresh();

  return {
    queue,
    all,
    approvals,
    view,
    presence,
    connection,
    refreshedAt,
    isStale,
    notice,
    refresh,
    async show(next: ListView) {
      view.value = next;
      if (next === 'all') await readAll().catch(() => {});
    },
    async setPresence(next: Presence) {
      presence.value = next;
      await api.send('POST', '/api/rep/presence', { state: next }).catch(() => {});
    },
    /** The conversation is mine, or somebody was faster and the offer is gone with a word about who. */
    async accept({ conversationId }: Offer): Promise<{ caseNumber?: string } | undefined> {
      notice.value = undefined;
      try {
        const accepted = await api.send<{ caseNumber?: string }>(
          'POST',
          `/api/rep/handovers/${conversationId}/acceptance`,
          {},
        );
        await refresh();
        return accepted ?? {};
      } catch (error) {
        const takenBy = error instanceof ApiRefusal ? error.problem.takenBy : undefined;
        notice.value = takenBy ? workspace.takenBy(takenBy) : reasonOf(error, workspace.unreachable);
        await refresh();
        return undefined;
      }
    },
    async decline({ conversationId }: Offer) {
      await api.send('POST', `/api/rep/handovers/${conversationId}/decline`, {}).catch((error) => {
        notice.value = reasonOf(error, workspace.unreachable);
      });
      await refresh();
    },
    close() {
      events.close();
      removeEventListener('online', comeBack);
      removeEventListener('offline', goOffline);
    },
  };
}
export type Queue = ReturnType<typeof createQueue>;
