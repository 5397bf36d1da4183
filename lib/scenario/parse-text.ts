/**
 * The little markup of scenario prose: an empty line ends a paragraph, a paragraph that begins with "> " is what somebody
 * says or writes, *stars* are emphasis. Everything else is shown as it stands.
 */
export type Span = { text: string; emphasis: boolean }
export type Block = { kind: 'paragraph' | 'quote'; spans: Span[] }

export function parseText(text: string): Block[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s*\n\s*/g, ' ').trim())
    .map((block) =>
      block.startsWith('> ') ? { kind: 'quote', spans: parseSpans(block.slice(2)) } : { kind: 'paragraph', spans: parseSpans(block) },
    )
}

export function parseSpans(text: string): Span[] {
  return text
    .split(/\*([^*]+)\*/)
    .map((part, i) => ({ text: part, emphasis: i % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
