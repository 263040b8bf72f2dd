// What a tab keeps over a reload lies in sessionStorage, one record per person and site. Pages may forbid storage altogether.

const prefix = (site: string) => `redress:${site}:`;

export const savedKey = (site: string, subject: string) => prefix(site) + subject;

function keysOf(site: string): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix(site)));
  } catch {
    return [];
  }
}

/** Whether a chat was going on in this tab before the reload. */
export const hasChatToGoOnWith = (site: string) => keysOf(site).length > 0;

/** Removes what everybody, or everybody but one person, left in this tab. */
export function wipeSavedWork(site: string, exceptSubject?: string) {
  for (const key of keysOf(site))
    if (exceptSubject === undefined || key !== savedKey(site, exceptSubject)) sessionStorage.removeItem(key);
}
