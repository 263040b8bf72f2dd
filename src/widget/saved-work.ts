import { savedKey, wipeSavedWork } from './saved-keys.ts';

/** What one person left in this tab: kept through a reload, gone when somebody else signs in. */
export interface SavedWork {
  conversationId?: string | undefined;
  draft: string;
  unsent: { id: string; text: string }[];
  /** Only for somebody without a sign-in: what makes their chat theirs. It opens no account. */
  visitorToken?: string | undefined;
}

export const nothingSaved: SavedWork = { draft: '', unsent: [] };

export interface SavedWorkStore {
  read(subject: string): SavedWork;
  write(subject: string, work: SavedWork): void;
  wipeOthers(subject: string): void;
}

export function createSavedWork(site: string): SavedWorkStore {
  return {
    read: (subject) => {
      try {
        const text = sessionStorage.getItem(savedKey(site, subject));
        const work: SavedWork | null = text === null ? null : JSON.parse(text);
        return { ...nothingSaved, ...work };
      } catch {
        return nothingSaved;
      }
    },
    write: (subject, work) => {
      const isNothing = !work.conversationId && !work.draft && work.unsent.length === 0 && !work.visitorToken;
      try {
        if (isNothing) sessionStorage.removeItem(savedKey(site, subject));
        else sessionStorage.setItem(savedKey(site, subject), JSON.stringify(work));
      } catch {
        // The page forbids storage: the chat then lives until the reload.
      }
    },
    wipeOthers: (subject) => wipeSavedWork(site, subject),
  };
}
