import { type DocumentFault, UnreadableDocument } from './document-fault.ts';
import { fileText, type TextKind, textKind } from './file-text.ts';
import type { ReadDocument } from './read-document.ts';
import { readCreditNote } from './ubl/ubl-credit-note.ts';
import { readDespatch } from './ubl/ubl-despatch.ts';
import { readInvoice } from './ubl/ubl-invoice.ts';
import { ublNamespace, ublPrefixes, ublTypeOf } from './ubl/ubl-names.ts';
import { readOrder } from './ubl/ubl-order.ts';
import type { UblReading } from './ubl/ubl-reading.ts';
import { readReceipt } from './ubl/ubl-receipt.ts';
import { type XmlElement, type XmlTree, xmlTree } from './xml-tree.ts';

/** Larger XML than this is refused unread. */
export const mostXmlBytes = 10 * 1024 * 1024;

const weRead = 'Redress reads Invoice, CreditNote, Order, DespatchAdvice and ReceiptAdvice';

const notXml: Readonly<Record<Exclude<TextKind, 'xml'>, string>> = {
  html: 'This is a web page (HTML), not a document',
  json: 'This is JSON, not XML',
  csv: 'This is not XML',
};

/** Reads one UBL 2.1 document; throws UnreadableDocument with up to 20 faults. */
export function readUbl(bytes: Uint8Array, fileName: string): ReadDocument {
  const text = fileText(bytes, fileName, mostXmlBytes);
  const kind = textKind(text);
  if (kind !== 'xml') {
    const fix = 'Export the document as UBL 2.1 XML';
    throw new UnreadableDocument(fileName, [{ line: 1, place: fileName, reason: notXml[kind], fix }]);
  }
  const tree = xmlTree(text, fileName, ublPrefixes);
  const faults: DocumentFault[] = [];
  const notices: DocumentFault[] = [];
  const read = readRoot({ tree, faults, notices }, tree.root);
  if (!read) throw new UnreadableDocument(fileName, [notOurs(tree)]);
  if (faults.length > 0) {
    throw new UnreadableDocument(
      fileName,
      faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    );
  }
  return { ...read, notices, line: tree.faultAt(tree.root, '', '').line ?? 1 };
}

function readRoot(reading: UblReading, root: XmlElement) {
  if (root.uri !== ublNamespace(root.name)) return undefined;
  switch (root.name) {
    case 'Invoice':
      return { type: 'invoice' as const, ...readInvoice(reading, root) };
    case 'CreditNote':
      return { type: 'credit_note' as const, ...readCreditNote(reading, root) };
    case 'Order':
      return { type: 'order' as const, ...readOrder(reading, root) };
    case 'DespatchAdvice':
      return { type: 'despatch' as const, ...readDespatch(reading, root) };
    case 'ReceiptAdvice':
      return { type: 'receipt' as const, ...readReceipt(reading, root) };
    default:
      return undefined;
  }
}

function notOurs({ root, faultAt }: XmlTree): DocumentFault {
  const ublType = ublTypeOf(root.uri);
  if (ublType !== undefined && root.name === ublType) {
    return faultAt(
      root,
      `This is a UBL ${ublType}; ${weRead}`,
      'Leave the file out, or send the document it answers',
    );
  }
  if (root.name === 'CrossIndustryInvoice') {
    const reason = 'This is a UN/CEFACT Cross Industry Invoice (CII, as in ZUGFeRD and Factur-X)';
    return faultAt(root, `${reason}; Redress reads UBL 2.1`, 'Export or convert the invoice as UBL 2.1');
  }
  if (root.name === 'StandardBusinessDocument') {
    const reason = 'This is a Peppol envelope (StandardBusinessDocument) around a document';
    return faultAt(root, reason, 'Take the document out of the envelope and send it alone');
  }
  if (['Invoice', 'CreditNote', 'Order', 'DespatchAdvice', 'ReceiptAdvice'].includes(root.name)) {
    const namespace = root.uri === '' ? 'no namespace' : `the namespace ${root.uri}`;
    const fix = `Export it as UBL 2.1: xmlns="${ublNamespace(root.name)}"`;
    return faultAt(root, `${root.name} has ${namespace}, so it is no UBL document`, fix);
  }
  return faultAt(
    root,
    `The root element ${root.name} is not a UBL document; ${weRead}`,
    'Export the document as UBL 2.1 XML',
  );
}
