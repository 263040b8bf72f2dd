import type { en } from './en.ts';

/** Every sentence a person reads on screen; each language file holds all of them. */
export type Texts = typeof en;

/** A look-up by a code from the wire, where a code may be newer than this screen. */
export type Labels = Readonly<Record<string, string>>;
