import PDFDocument from 'pdfkit';
import { fontFile, runsOf, type Weight } from './pdf-fonts.ts';

export type Pdf = PDFKit.PDFDocument;
export type TextStyle = { readonly size: number; readonly weight?: Weight; readonly colour?: string };
export type Box = { readonly x: number; readonly y: number; readonly width: number };

const lineHeight = 1.35;

/** An empty A4 document whose bytes depend on its content alone: dates come from the document, the file id from both. */
export function emptyPdf(title: string, author: string, language: string, issueDate: string): Pdf {
  const created = new Date(`${issueDate}T00:00:00Z`);
  return new PDFDocument({
    size: 'A4',
    margins: { top: 48, bottom: 0, left: 56, right: 56 },
    bufferPages: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Creator: 'Redress',
      Producer: 'Redress',
      CreationDate: created,
      ModDate: created,
    },
    font: fontFile('latin', '400'),
  });
}

function use(pdf: Pdf, script: string, { size, weight = '400' }: TextStyle): Pdf {
  return pdf.font(fontFile(script, weight)).fontSize(size);
}

function widthOf(pdf: Pdf, text: string, style: TextStyle): number {
  return runsOf(text).reduce((sum, run) => sum + use(pdf, run.script, style).widthOfString(run.text), 0);
}

/** Breaks text at spaces to fit a width; a word wider than that is broken where it must be. */
function linesOf(pdf: Pdf, text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (widthOf(pdf, longer, style) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      for (const letter of word) {
        if (line !== '' && widthOf(pdf, line + letter, style) > width) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** How high a text stands in a box of this width. */
export const heightOf = (pdf: Pdf, text: string, width: number, style: TextStyle): number =>
  linesOf(pdf, text, width, style).length * style.size * lineHeight;

/** Writes a text into a box and returns where the next one may begin. */
export function write(
  pdf: Pdf,
  text: string,
  box: Box,
  style: TextStyle,
  align: 'left' | 'right' = 'left',
): number {
  let y = box.y;
  for (const line of linesOf(pdf, text, box.width, style)) {
    let x = align === 'left' ? box.x : box.x + box.width - widthOf(pdf, line, style);
    for (const run of runsOf(line)) {
      use(pdf, run.script, style).fillColor(style.colour ?? '#1b1f24');
      pdf.text(run.text, x, y, { lineBreak: false, baseline: 'top' });
      x += pdf.widthOfString(run.text);
    }
    y += style.size * lineHeight;
  }
  return y;
}

/** A thin line across a box. */
export function rule(pdf: Pdf, { x, y, width }: Box, colour = '#c9ced6'): void {
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.7)
    .strokeColor(colour)
    .stroke();
}

/** Closes the document and gives its bytes. */
export async function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
