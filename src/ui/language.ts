import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createFormat, type Format } from './format.ts';
import { de } from './language/de.ts';
import { en } from './language/en.ts';
import type { Texts } from './language/texts.ts';

/** The words and number forms of one language. */
export interface Language {
  locale: string;
  texts: Texts;
  format: Format;
}

/** German for German readers, English (with days before months) for everybody else. */
export function languageFor(wanted: string | undefined): Language {
  if (wanted?.toLowerCase().startsWith('de'))
    return { locale: 'de', texts: de, format: createFormat('de-DE') };
  const isRegional = wanted !== undefined && /^en-[A-Z]{2}$/.test(wanted) && wanted !== 'en-US';
  return { locale: 'en', texts: en, format: createFormat(isRegional ? wanted : 'en-GB') };
}

export const LanguageContext = createContext<Language>(languageFor('en'));
export const useLanguage = () => useContext(LanguageContext);
