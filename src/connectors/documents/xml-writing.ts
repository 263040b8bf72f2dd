/** An element to be written: its name, and text or elements inside it. Undefined and empty content is left out. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlNode[];
};

/** An element with text; undefined (and so left out) when there is no text. */
export function leaf(
  name: string,
  text: string | undefined,
  attributes: Readonly<Record<string, string>> = {},
): XmlNode | undefined {
  return text === undefined || text === '' ? undefined : { name, attributes, content: text };
}

/** An element with elements; undefined when none of them is there. */
export function group(name: string, ...children: readonly (XmlNode | undefined)[]): XmlNode | undefined {
  const content = children.filter((child) => child !== undefined);
  return content.length === 0 ? undefined : { name, attributes: {}, content };
}

/** The whole document as text, indented by two spaces. */
export function xmlText(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (XmlNode | undefined)[],
): string {
  const content = children.filter((child) => child !== undefined);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written({ name, attributes, content }, '')}`;
}

function written(node: XmlNode, indent: string): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `${indent}<${node.name}${attributes.join('')}>`;
  const end = `</${node.name}>\n`;
  if (typeof node.content === 'string') return `${start}${escaped(node.content)}${end}`;
  return `${start}\n${node.content.map((child) => written(child, `${indent}  `)).join('')}${indent}${end}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these characters may not stand in XML 1.0
const notAllowedInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as XML holds it; characters that XML cannot hold become the replacement character. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(notAllowedInXml, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
