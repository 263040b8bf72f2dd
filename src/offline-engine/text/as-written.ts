const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** A part of a respelt text as it was written; the whole where it is no part of it. Respelling changes words, never their number. */
export function asWritten(part: string, respelt: string, written: string): string {
  const at = respelt.indexOf(part);
  if (at < 0) return written;
  const before = respelt.slice(0, at).split(/\s+/).length - 1;
  return wordsOf(written)
    .slice(before, before + wordsOf(part).length)
    .join(' ');
}
