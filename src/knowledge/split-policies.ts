import { createHash } from 'node:crypto';

/** A part of a policy document that stands on its own: the section it is from, and its words. */
export type Passage = {
  readonly id: string;
  readonly document: string;
  readonly title: string;
  readonly section: string;
  readonly version: string;
  readonly text: string;
};

/** A policy document: Markdown with `title` and `version` in its front matter. */
export type PolicyDocument = {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly markdown: string;
};

/** Splits a document at its headings, long sections at paragraphs and sentences (about 700 characters, none cut mid-word). */
export async function splitPolicy(document: PolicyDocument): Promise<Passage[]> {
  // Loaded here: the splitter brings half a second of imports that only indexing needs.
  const { MarkdownTextSplitter } = await import('@langchain/textsplitters');
  const splitter = new MarkdownTextSplitter({ chunkSize: 700, chunkOverlap: 0 });
  const passages: Passage[] = [];
  for (const { heading, body } of sectionsOf(document)) {
    for (const text of await splitter.splitText(body)) {
      const id = createHash('sha256')
        .update(`${document.name}\n${document.version}\n${heading}\n${text}`)
        .digest('hex')
        .slice(0, 24);
      passages.push({
        id,
        document: document.name,
        title: document.title,
        section: heading,
        version: document.version,
        text,
      });
    }
  }
  return passages;
}

function sectionsOf({ markdown, title }: PolicyDocument): { heading: string; body: string }[] {
  const sections = [{ heading: title, lines: [] as string[] }];
  for (const line of markdown.split('\n')) {
    const heading = /^#{1,6}\s+(.+?)\s*$/.exec(line)?.[1];
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ heading, lines: [] });
  }
  return sections
    .map(({ heading, lines }) => ({ heading, body: lines.join('\n').trim() }))
    .filter(({ body }) => body !== '');
}
