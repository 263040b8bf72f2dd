type Words = { readonly reason: string; readonly fix: string };

/** What the parser complains about, in words a person who exports invoices can act on. First match wins. */
const wordings: readonly { readonly says: RegExp; readonly words: (detail: string) => Words }[] = [
  {
    says: /^undefined entity/,
    words: () => ({
      reason: 'There is an entity other than &lt; &gt; &amp; &quot; &apos;',
      fix: 'Write the character itself, or &#…; with its number',
    }),
  },
  {
    says: /^(disallowed character|malformed character entity|disallowed character in entity)/,
    words: () => ({
      reason: 'There is a character that XML does not allow here',
      fix: 'Remove control characters; write & as &amp; and < as &lt;',
    }),
  },
  {
    says: /^duplicate attribute: (.*?)\.?$/,
    words: (name) => ({ reason: `The attribute ${name} is given twice`, fix: 'Keep one of the two' }),
  },
  {
    says: /^unbound namespace prefix: (.*?)\.?$/,
    words: (prefix) => ({
      reason: `The prefix ${prefix} is not declared`,
      fix: 'Declare it on the root element, for example xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"',
    }),
  },
  {
    says: /^unclosed tag: (.*)$/,
    words: (name) => ({
      reason: `The file ends before <${name}> is closed`,
      fix: 'Export the file again: it was probably cut off',
    }),
  },
  {
    says: /^(?:unexpected close tag|unmatched closing tag: (.*?)\.?$)/,
    words: (name) => ({
      reason: `A closing tag${name ? ` </${name}>` : ''} does not match the element that is open`,
      fix: 'Close elements in the order in which they were opened',
    }),
  },
  {
    says: /^documents may contain only one root/,
    words: () => ({
      reason: 'There is more than one document in the file',
      fix: 'Put each document into its own file',
    }),
  },
  {
    says: /^text data outside of root node/,
    words: () => ({
      reason: 'There is text outside the document',
      fix: 'Remove what stands before or after the root element',
    }),
  },
  {
    says: /^unexpected end/,
    words: () => ({
      reason: 'The file ends too early',
      fix: 'Export the file again: it was probably cut off',
    }),
  },
];

/** The reason and the remedy for a message of the XML parser, which begins with "line:column: ". */
export function unreadableXml(message: string): Words {
  const bare = message.replace(/^(?:[^:]*:)?\d+:\d+: /, '');
  for (const { says, words } of wordings) {
    const match = says.exec(bare);
    if (match) return words(match[1] ?? '');
  }
  return {
    reason: `The XML is not well formed: ${bare.replace(/\.$/, '')}`,
    fix: 'Open the file at this line in an XML editor, or export it again',
  };
}
