/**
 * Names of files that every system takes, and that people can read: any script stays as it is. Pure.
 *
 * Windows refuses < > : " / \ | ? * and control characters, dots and spaces at the end, and the names of devices ("Naming Files, Paths,
 * and Namespaces", Microsoft). Marks that turn the direction of writing are taken out, because they make a name look like another one.
 * Joiners stay: words of Persian and of Indian scripts need them. Windows and macOS call two names the same that differ by case only.
 */

/** of UTF-8, of each part; Linux takes 255 bytes for a whole name */
const mostBytes = 100

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const refused = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u2028\u2029]/g
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(\.|$))/i

const letters = new Intl.Segmenter()
const encoder = new TextEncoder()

/** One part of a name; '' where nothing of it can stay. */
export function namePart(text: string): string {
  const clean = text.toWellFormed().normalize('NFC').replace(turning, '').replace(refused, ' ').replace(/\s+/g, ' ')
  return cut(trim(clean))
}

/** Dots at the start hide a file, at the end Windows takes them away. */
function trim(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/g, '')
}

function cut(text: string): string {
  if (encoder.encode(text).length <= mostBytes) return text
  let kept = ''
  let bytes = 0
  for (const { segment } of letters.segment(text)) {
    bytes += encoder.encode(segment).length
    if (bytes > mostBytes) break
    kept += segment
  }
  return trim(kept)
}

/**
 * "name – module" for each, without an ending. Those that would be the same are numbered: "name – module (2)".
 * @param unnamed what stands in the place of a name of which nothing can stay
 */
export function fileStems(all: readonly { name: string; title: string }[], unnamed: string): string[] {
  const taken = new Set<string>()
  return all.map(({ name, title }) => {
    const parts = [namePart(name) || namePart(unnamed), namePart(title)].filter((part) => part !== '')
    const stem = parts.join(' – ').replace(device, '$1_')
    for (let n = 1; ; n++) {
      const numbered = n === 1 ? stem : `${stem} (${n})`
      const key = sameAs(numbered)
      if (taken.has(key)) continue
      taken.add(key)
      return numbered
    }
  })
}

/** Two names with the same key are one file somewhere. */
export function sameAs(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase()
}
