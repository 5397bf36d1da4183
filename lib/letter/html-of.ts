/**
 * The same words as simple HTML, for mail programs that show it: paragraphs, lists and links, no picture, nothing that is fetched,
 * and nothing that tells whether a letter was opened. Pure.
 *
 * It is made from the plain text by how our letters are set: an empty line between paragraphs, `- ` before what is listed, and
 * after a line of `-- ` what is small print. Names and titles in it are text, whatever they hold; only addresses that begin with http:// or
 * https:// and stand at the end of a line become links.
 */
import { directionOf } from '#lib/message/locale.ts'

const text = 'font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:17px;line-height:1.5;max-width:36em;margin:0'
const small = 'margin:2em 0 0;padding-top:1em;border-top:1px solid #86806f;font-size:14px'

export function htmlOf(body: string, { subject, locale }: { subject: string; locale: string }): string {
  const [main = '', ...rest] = body.replace(/\r\n/g, '\n').split('\n-- \n')
  const end = rest.join('\n-- \n').trim()
  const parts = main.split(/\n{2,}/).flatMap((part) => (part.trim() === '' ? [] : [partOf(part.trim())]))
  if (end !== '') parts.push(`<p style="${escaped(small)}">${linesOf(end)}</p>`)
  const lang = escaped(locale)
  return [
    `<!doctype html><html lang="${lang}" dir="${directionOf(locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title></head><body><div lang="${lang}" style="${escaped(text)}">`,
    parts.join('\n'),
    '</div></body></html>\n',
  ].join('\n')
}

function partOf(part: string): string {
  const lines = part.split('\n')
  if (!lines.every((line) => line.startsWith('- '))) return `<p>${linesOf(part)}</p>`
  return `<ul>${lines.map((line) => `<li>${lineOf(line.slice(2))}</li>`).join('')}</ul>`
}

function linesOf(part: string): string {
  return part.split('\n').map(lineOf).join('<br>\n')
}

function lineOf(line: string): string {
  const [, before = '', address = ''] = /^(.*?)(https?:\/\/[^\s<>"]+)$/.exec(line) ?? []
  return address === '' ? escaped(line) : `${escaped(before)}<a href="${escaped(address)}">${escaped(address)}</a>`
}

function escaped(given: string): string {
  return given.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
