import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type DocumentFault, UnreadableDocument } from './document-fault.ts';
import { unreadableXml } from './xml-fault-words.ts';

/** One element with what is inside it. */
export type XmlElement = {
  /** Local name, with the caller's prefix for its namespace: "cbc:ID" whatever prefix the file chose. */
  readonly name: string;
  readonly uri: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly parent: XmlElement | undefined;
  /** Where its "<" stands in the file's text. */
  readonly offset: number;
};

export type XmlTree = {
  readonly root: XmlElement;
  /** A fault at this element: line, column and path are filled in. */
  readonly faultAt: (element: XmlElement, reason: string, fix: string) => DocumentFault;
};

type OpenElement = Omit<XmlElement, 'children' | 'text'> & { children: XmlElement[]; text: string };

// UBL nests about a dozen deep; the parser's own work grows with the square of the depth.
const deepest = 64;
const bareAmpersand = /&(?!(#\d+|#x[\da-f]+|[\p{L}_][\p{L}\p{N}_.-]*);)/iu;
const mostAttributesPerElement = 64;
const mostAttributes = 200_000;
const mostElements = 400_000;

/** Reads well-formed XML 1.0 with namespaces and without any DOCTYPE; refuses everything else. `prefixes` maps namespace to prefix. */
export function xmlTree(text: string, fileName: string, prefixes: Readonly<Record<string, string>>): XmlTree {
  const parser = new SaxesParser({
    xmlns: true,
    position: true,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let attributesHere = 0;
  let startsAt = 0;

  const refuse = (reason: string, fix: string, offset: number): never => {
    const place = open.map((element) => element.name).join('/') || fileName;
    throw new UnreadableDocument(fileName, [{ ...lineAndColumn(text, offset), place, reason, fix }]);
  };

  parser.on('error', (error) => {
    // The parser looks for the ";" of an entity to the end of the file, and complains there.
    const ampersand = text.slice(startsAt, parser.position).search(bareAmpersand);
    if (ampersand !== -1) refuse('There is a bare &', 'Write it as &amp;', startsAt + ampersand);
    const { reason, fix } = unreadableXml(error.message);
    refuse(reason, fix, Math.max(0, parser.position - 1));
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
      refuse(`The file says its encoding is ${encoding}`, 'Save it as UTF-8 and say encoding="UTF-8"', 0);
    }
  });
  parser.on('doctype', () => {
    const fix = 'Remove the <!DOCTYPE …> declaration; UBL never needs one';
    refuse(
      'Document type and entity declarations are not accepted',
      fix,
      text.lastIndexOf('<!DOCTYPE', parser.position),
    );
  });
  parser.on('opentagstart', (tag) => {
    depth += 1;
    elements += 1;
    attributesHere = 0;
    startsAt = parser.position - tag.name.length - 2;
    if (depth > deepest)
      refuse(`Elements are nested more than ${deepest} deep`, 'Send a plain UBL document', startsAt);
    if (elements > mostElements)
      refuse(`There are more than ${mostElements} elements`, 'Split the file', startsAt);
  });
  parser.on('attribute', () => {
    attributes += 1;
    attributesHere += 1;
    if (attributesHere > mostAttributesPerElement || attributes > mostAttributes) {
      const reason = `An element has more than ${mostAttributesPerElement} attributes, or the file more than ${mostAttributes}`;
      refuse(reason, 'Send a plain UBL document', startsAt);
    }
  });
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    const element = openElement(tag, prefixes, root?.uri ?? tag.uri, parent, startsAt);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  const addText = (words: string) => {
    const element = open.at(-1);
    if (element) element.text += words;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
    depth -= 1;
  });

  parser.write(text).close();
  const top = root ?? refuse('There is no element in the file', 'Send a UBL document', 0);
  return {
    root: top,
    faultAt: (element, reason, fix) => ({
      ...lineAndColumn(text, element.offset),
      place: pathOf(element),
      reason,
      fix,
    }),
  };
}

function openElement(
  tag: SaxesTagNS,
  prefixes: Readonly<Record<string, string>>,
  ownNamespace: string,
  parent: XmlElement | undefined,
  offset: number,
): OpenElement {
  const prefix = tag.uri === ownNamespace ? '' : (prefixes[tag.uri] ?? `{${tag.uri}}`);
  const separator = prefix === '' || prefix.startsWith('{') ? '' : ':';
  const attributes = new Map(
    Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value]),
  );
  return {
    name: `${prefix}${separator}${tag.local}`,
    uri: tag.uri,
    attributes,
    children: [],
    text: '',
    parent,
    offset,
  };
}

function pathOf(element: XmlElement): string {
  if (!element.parent) return element.name;
  const twins = element.parent.children.filter((sibling) => sibling.name === element.name);
  const number = twins.length > 1 ? `[${twins.indexOf(element) + 1}]` : '';
  return `${pathOf(element.parent)}/${element.name}${number}`;
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
