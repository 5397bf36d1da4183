/**
 * A tagged PDF by pdfkit, with what it gets wrong put right: its XMP metadata is escaped here, and its structure is begun with a Document.
 * Everything is in points, y down.
 */
import PDFDocument from 'pdfkit'

export type PdfDocument = PDFKit.PDFDocument
/** An object of the file. Names are strings, strings are String objects. */
export type PdfReference = { data: Record<string, unknown>; end: (chunk?: Uint8Array) => void }
export type Element = PDFKit.PDFStructureElement

export type Head = {
  title: string
  author: string
  subject: string
  /** BCP 47 */
  language: string
  created: number
}

class Tagged extends PDFDocument {
  /** pdfkit writes titles and names into the XML as they are. */
  _addInfo(): void {
    const info = this.info
    this.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    ) as typeof info
    // @ts-expect-error: not part of the types, but part of every version
    super._addInfo()
    this.info = info
  }
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}

/** @param size in points. Same input, same bytes: the only time in it is `created`. */
export function openDocument(
  { title, author, subject, language, created }: Head,
  size: readonly [number, number],
): { doc: PdfDocument; bytes: Promise<Uint8Array> } {
  const doc = new Tagged({
    size: [...size],
    margin: 0,
    // page numbers are written when it is known how many pages there are
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: language,
    displayTitle: true,
    // no font of its own: every font is embedded
    font: null as never,
    info: {
      Title: title,
      Author: author,
      Subject: subject,
      Creator: author,
      Producer: 'pdfkit',
      CreationDate: new Date(created),
      ModDate: new Date(created),
    },
  })
  const chunks: Uint8Array[] = []
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
  return { doc, bytes }
}

export function reference(doc: PdfDocument, data: Record<string, unknown> = {}): PdfReference {
  return doc.ref(data) as unknown as PdfReference
}

/** What is only decoration: assistive technology passes it over. */
export function artifact(doc: PdfDocument, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}

/** @throws where it is no picture that can be read */
export function openImage(doc: PdfDocument, png: Uint8Array): Buffer {
  // pdfkit takes what it has opened wherever it takes a file; its types do not know
  return (doc as unknown as { openImage: (bytes: Uint8Array) => Buffer }).openImage(png)
}
