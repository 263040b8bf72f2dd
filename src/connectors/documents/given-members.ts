type Given<Members> = { [Key in keyof Members]?: Exclude<Members[Key], undefined> };

/** The members that are not undefined: optional members of a document are left out, never set to undefined. */
export function given<Members extends object>(members: Members): Given<Members>;
export function given(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
