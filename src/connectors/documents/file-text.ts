import { UnreadableDocument } from './document-fault.ts';

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

/** Files that are no text, by their first bytes. */
const knownBinaries: readonly { what: string; fix: string; is: (bytes: Uint8Array) => boolean }[] = [
  {
    what: 'a PDF',
    fix: 'Ask for the same document as UBL 2.1 XML; a PDF is for people to read',
    is: (bytes) => startsWith(bytes, 0x25, 0x50, 0x44, 0x46),
  },
  {
    what: 'a ZIP archive or an Excel workbook',
    fix: 'Unpack the archive, or save the workbook as "CSV UTF-8"',
    is: (bytes) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04),
  },
  { what: 'a gzip archive', fix: 'Unpack it first', is: (bytes) => startsWith(bytes, 0x1f, 0x8b) },
  {
    what: 'UTF-16 text',
    fix: 'Save the file as UTF-8',
    is: (bytes) =>
      startsWith(bytes, 0xff, 0xfe) ||
      startsWith(bytes, 0xfe, 0xff) ||
      (bytes[0] === 0 && bytes[1] !== 0 && bytes.length > 1) ||
      (bytes[1] === 0 && bytes[0] !== 0 && bytes.length > 1),
  },
];

/** Decodes a UTF-8 file (byte order mark allowed), or refuses it naming what it is instead. */
export function fileText(bytes: Uint8Array, fileName: string, mostBytes: number): string {
  const refuse = (reason: string, fix: string, line?: number): never => {
    throw new UnreadableDocument(fileName, [
      { ...(line === undefined ? {} : { line }), place: fileName, reason, fix },
    ]);
  };
  if (bytes.length > mostBytes) {
    const limit = Math.round(mostBytes / 1024 / 1024);
    refuse(`The file is larger than ${limit} MB`, 'Split it into smaller files');
  }
  const binary = knownBinaries.find((known) => known.is(bytes));
  if (binary) refuse(`This is ${binary.what}; Redress reads UTF-8 text: UBL 2.1 XML or CSV`, binary.fix);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') refuse('The file is empty', 'Export it again and check that it has content');
    return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const readable = new TextDecoder('utf-8').decode(bytes);
    const line = readable.slice(0, readable.indexOf('\uFFFD')).split('\n').length;
    return refuse(
      'The text is not valid UTF-8 (perhaps Windows-1252 or Latin-1)',
      'Save the file as UTF-8',
      line,
    );
  }
}

export type TextKind = 'xml' | 'html' | 'json' | 'csv';

/** What a text is, judged by how it begins; its file name plays no part. */
export function textKind(text: string): TextKind {
  const start = text.slice(0, 2000).trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--((?!-->)[\s\S])*-->\s*)*(<!doctype\s+html|<html)\b/i.test(start))
    return 'html';
  if (start.startsWith('<')) return 'xml';
  if (/^[[{]/.test(start)) return 'json';
  return 'csv';
}
