import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DocumentFault, UnreadableDocument } from './document-fault.ts';
import { readDocuments } from './read-documents.ts';
import { readUbl } from './read-ubl.ts';
import { bytesOf, sampleNames, sampleText } from './samples/sample.ts';

const root = (content: string) =>
  `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">${content}</Invoice>`;
const bomb = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
const invoice = sampleText('peppol-invoice.xml');
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const many = (count: number) => Array.from({ length: count }, (_, n) => `a${n}="1"`).join(' ');

const hostile: readonly { what: string; file: string | Uint8Array; says: RegExp; line?: number }[] = [
  {
    what: 'a billion laughs',
    file: `<!DOCTYPE l [<!ENTITY l0 "ha">${bomb}]><l>&l9;</l>`,
    says: /entity declarations are not/,
  },
  {
    what: 'an external entity that names a local file',
    file: `<?xml version="1.0"?>\n<!DOCTYPE i [<!ENTITY x SYSTEM "file:///etc/passwd">]>${root('&x;')}`,
    says: /entity declarations are not accepted/,
    line: 2,
  },
  {
    what: 'a DTD on another machine',
    file: `<!DOCTYPE i SYSTEM "http://e.example/i.dtd">${root('')}`,
    says: /DOCTYPE|type and entity/,
  },
  { what: 'an undeclared entity', file: root('\n&euro;'), says: /entity other than/, line: 2 },
  {
    what: 'a hundred thousand nested elements',
    file: '<a>'.repeat(100_000),
    says: /nested more than 64 deep/,
  },
  { what: 'fifty thousand attributes', file: `<a ${many(50_000)}/>`, says: /more than 64 attributes/ },
  {
    what: 'a file that is cut off',
    file: invoice.slice(0, 3000),
    says: /ends (too early|before <.*> is closed)/,
  },
  {
    what: 'an element never closed',
    file: '<a>\n<b></a>',
    says: /does not match the element that is open/,
    line: 2,
  },
  { what: 'an attribute given twice', file: '<a b="1" b="2"/>', says: /attribute b is given twice/ },
  {
    what: 'a prefix nobody declared',
    file: '<a><cbc:ID>1</cbc:ID></a>',
    says: /prefix "cbc" is not declared/,
  },
  { what: 'a control character', file: root('\u0007'), says: /character that XML does not allow/ },
  { what: 'a control character by number', file: root('&#1;'), says: /character that XML does not allow/ },
  {
    what: 'control characters let in by XML 1.1',
    file: `<?xml version="1.1"?>${root('&#1;')}`,
    says: /character that XML/,
  },
  {
    what: 'a bare ampersand',
    file: root('Miller & Sons'),
    says: /There is a bare &\. Write it as &amp;/,
  },
  { what: 'two documents in one file', file: `${root('')}${root('')}`, says: /more than one document/ },
  { what: 'text after the document', file: `${root('')} trailing`, says: /text outside the document/ },
  { what: 'UTF-16', file: utf16(invoice), says: /UTF-16 text.*Save the file as UTF-8/ },
  { what: 'UTF-16 without a mark', file: utf16(invoice).subarray(2), says: /UTF-16 text/ },
  {
    what: 'Latin-1 bytes',
    file: new Uint8Array(Buffer.from('<a>\nCaf\u00e9</a>', 'latin1')),
    says: /not valid UTF-8/,
    line: 2,
  },
  {
    what: 'a declared Latin-1',
    file: `<?xml version="1.0" encoding="ISO-8859-1"?>${root('')}`,
    says: /encoding is ISO-8859-1/,
  },
  { what: 'ten megabytes and one byte', file: root(' '.repeat(10 * 1024 * 1024)), says: /larger than 10 MB/ },
  { what: 'an empty file', file: '', says: /file is empty/ },
  { what: 'a file of spaces', file: ' \n ', says: /file is empty/ },
  { what: 'a PDF', file: '%PDF-1.7\n…', says: /This is a PDF.*UBL 2.1 XML/ },
  { what: 'an Excel workbook', file: 'PK\u0003\u0004…', says: /Excel workbook.*CSV UTF-8/ },
  { what: 'a web page', file: '<!DOCTYPE html><html><body>Login</body></html>', says: /web page \(HTML\)/ },
  {
    what: 'a web page after many comments',
    file: `${'<!---->'.repeat(250)}<html>`,
    says: /web page \(HTML\)/,
  },
  { what: 'JSON', file: '{"invoice": 1}', says: /This is JSON/ },
  {
    what: 'a ZUGFeRD invoice',
    file: '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>',
    says: /Cross Industry Invoice \(CII.*UBL 2\.1/,
  },
  {
    what: 'another UBL document',
    file: '<ApplicationResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2"/>',
    says: /This is a UBL ApplicationResponse; Redress reads Invoice, CreditNote, Order, DespatchAdvice and ReceiptAdvice/,
  },
  {
    what: 'a Peppol envelope',
    file: '<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"/>',
    says: /Peppol envelope/,
  },
  {
    what: 'an invoice without namespace',
    file: '<Invoice/>',
    says: /Invoice has no namespace.*schema:xsd:Invoice-2/,
  },
  {
    what: 'any other XML',
    file: '<feed xmlns="http://www.w3.org/2005/Atom"/>',
    says: /root element feed is not a UBL document/,
  },
];

test.each(hostile)('$what is refused in words that help', ({ file, says, line }) => {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const { documents, faults } = readDocuments(bytes, 'upload.xml');
  expect(documents).toEqual([]);
  expect(faults).toHaveLength(1);
  expect(`${faults[0]?.reason}. ${faults[0]?.fix}`).toMatch(says);
  if (line !== undefined) expect(faults[0]?.line).toBe(line);
});

const faultsOf = (bytes: Uint8Array): readonly DocumentFault[] | undefined => {
  try {
    readUbl(bytes, 'mutated.xml');
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.faults;
    throw error;
  }
};

test('a document cut off anywhere is refused with a line', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sampleNames),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      (name, part) => {
        const text = sampleText(name).trimEnd();
        const faults = faultsOf(bytesOf(text.slice(0, Math.floor(text.length * part) || 1)));
        expect(faults?.[0]?.line).toBeGreaterThan(0);
      },
    ),
  );
});

test('a document with any bytes changed is read or refused, and nothing else happens', () => {
  const change = fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) });
  fc.assert(
    fc.property(
      fc.constantFrom(...sampleNames),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      (name, changes) => {
        const bytes = bytesOf(sampleText(name));
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        const faults = faultsOf(bytes);
        expect(faults === undefined || faults.length > 0).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
