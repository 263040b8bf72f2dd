interface LauncherWords {
  open: string;
  close: string;
  unread: (count: number) => string;
}

const words: Readonly<Record<'en' | 'de', LauncherWords>> = {
  en: {
    open: 'Open billing help',
    close: 'Close billing help',
    unread: (count) => `, ${count} unread ${count === 1 ? 'message' : 'messages'}`,
  },
  de: {
    open: 'Hilfe zu Rechnungen öffnen',
    close: 'Hilfe zu Rechnungen schließen',
    unread: (count) => `, ${count} ungelesene ${count === 1 ? 'Nachricht' : 'Nachrichten'}`,
  },
};

/** The few words needed before the panel, which has all the others, is loaded. */
export const launcherWords = (locale: string) => (locale.startsWith('de') ? words.de : words.en);
