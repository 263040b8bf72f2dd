import { signal } from '@preact/signals';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { type Api, ApiRefusal, reasonOf } from '#ui/api.ts';
import type { Language } from '#ui/language.ts';

export type ProposalKind = ProposalView['kind'];
export interface ProposedLine {
  line: number;
  quantity: string;
}

export interface ResolutionOptions {
  api: Api;
  language: Language;
  casePath: () => string;
  caseNumber: () => string | undefined;
  onChange: () => void;
}

const unfinished = ['open', 'pending_approval', 'held', 'executing'];

/** The one proposal on the table: preview, agreement, the hold, taking it back. The server works out every figure. */
export function createResolution({ api, language, casePath, caseNumber, onChange }: ResolutionOptions) {
  const { unreachable } = language.texts.workspace;
  const proposal = signal<ProposalView>();
  /** What is going out now, of whichever case: it stays on screen when another record is opened. */
  const held = signal<ProposalView>();
  const changes = signal<readonly string[]>([]);
  const problem = signal<string>();
  const isBusy = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Proposals the rep turned away from; they stay open on the server until another takes their place. */
  const aside = new Set<string>();

  const take = (next: ProposalView) => {
    if (next.caseNumber === caseNumber()) proposal.value = next;
    if (next.state === 'held') {
      held.value = next;
      watch(next);
    } else if (held.value?.id === next.id) held.value = undefined;
  };

  /** Looks again when the hold is over, until it is done one way or the other. */
  function watch(next: ProposalView) {
    clearTimeout(timer);
    const rest = next.holdUntil ? Date.parse(next.holdUntil) - Date.now() : 0;
    timer = setTimeout(() => void lookAgain(next.id), Math.max(1000, rest + 500));
  }

  async function lookAgain(id: string) {
    const next = await api.get<ProposalView>(`/api/rep/proposals/${id}`).catch(() => undefined);
    if (!next) {
      timer = setTimeout(() => void lookAgain(id), 2000);
      return;
    }
    take(next);
    if (next.state === 'executing') watch(next);
    else onChange();
  }

  const act = async (send: () => Promise<ProposalView>) => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    changes.value = [];
    try {
      take(await send());
      onChange();
    } catch (error) {
      const fresh = error instanceof ApiRefusal ? error.problem : {};
      if (fresh.proposal) proposal.value = fresh.proposal;
      changes.value = fresh.changes ?? [];
      if (changes.value.length === 0) problem.value = reasonOf(error, unreachable);
    } finally {
      isBusy.value = false;
    }
  };

  return {
    proposal,
    held,
    changes,
    problem,
    isBusy,
    propose: (kind: ProposalKind, details: { lines?: ProposedLine[]; reason?: string }) =>
      act(() =>
        api.send<ProposalView>('POST', `${casePath()}/proposals`, {
          id: crypto.randomUUID(),
          kind,
          ...details,
        }),
      ),
    approve: ({ id, version, previewToken }: ProposalView) =>
      act(() =>
        api.send<ProposalView>('POST', `/api/proposals/${id}/approval`, {
          version,
          previewToken,
          checked: true,
        }),
      ),
    takeBack: ({ id }: ProposalView) =>
      act(() => api.send<ProposalView>('POST', `/api/proposals/${id}/taking-back`, {})),
    reject: ({ id }: ProposalView, note: string) =>
      act(() => api.send<ProposalView>('POST', `/api/proposals/${id}/rejection`, { note })),
    /** The case was read (again): its newest unfinished proposal (they come newest first) is the one on the table, else how the last one ended. */
    adopt(proposals: readonly ProposalView[]) {
      const current = proposal.value;
      const open = proposals.find(({ id, state }) => unfinished.includes(state) && !aside.has(id));
      const next = open ?? proposals.find(({ id }) => id === current?.id);
      if (!next || (next.id === current?.id && next.version < current.version)) return;
      take(next);
    },
    show: (next: ProposalView) => {
      proposal.value = next;
    },
    /** Another record is open now. */
    clear() {
      aside.clear();
      proposal.value = undefined;
      changes.value = [];
      problem.value = undefined;
    },
    putAside() {
      if (proposal.value?.state === 'open') aside.add(proposal.value.id);
      proposal.value = undefined;
      changes.value = [];
      problem.value = undefined;
    },
  };
}
export type ResolutionDesk = ReturnType<typeof createResolution>;
