/** Reads QR codes: with what the browser has for it, else with jsqr, which is loaded at the first need. Throws where that cannot be. */

/** The text of the code in what is seen, or null. */
export type ReadCode = (seen: HTMLVideoElement | ImageBitmap) => Promise<string | null>

type Detector = { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> }
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }

/** pixels on a side: enough for a dense code that fills half of the picture, few enough for a phone */
const sides = [720, 1080]

let ready: Promise<ReadCode> | undefined

export function codeReader(): Promise<ReadCode> {
  ready ??= makeReader().catch((error) => {
    ready = undefined
    throw error
  })
  return ready
}

async function makeReader(): Promise<ReadCode> {
  const detector = await ownDetector()
  // some have the class and nothing behind it
  if (detector) return async (seen) => (await detector.detect(seen))[0]?.rawValue || null
  return readerInScript()
}

async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector: Class } = globalThis as { BarcodeDetector?: DetectorClass }
  if (!Class) return null
  try {
    if (!(await Class.getSupportedFormats()).includes('qr_code')) return null
    const detector = new Class({ formats: ['qr_code'] })
    const blank = document.createElement('canvas')
    blank.width = blank.height = 8
    blank.getContext('2d')
    await detector.detect(blank)
    return detector
  } catch {
    return null
  }
}

async function readerInScript(): Promise<ReadCode> {
  const { default: jsqr } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  let turn = 0
  return async (seen) => {
    if (!context) return null
    const { width, height } = sizeOf(seen)
    // the square in the middle, as the frame on the screen shows it; by turns in two sizes
    const square = Math.min(width, height)
    const side = Math.min(square, sides[turn++ % sides.length]!)
    if (side === 0) return null
    canvas.width = canvas.height = side
    context.drawImage(seen, (width - square) / 2, (height - square) / 2, square, square, 0, 0, side, side)
    return jsqr(context.getImageData(0, 0, side, side).data, side, side, { inversionAttempts: 'dontInvert' })?.data || null
  }
}

/** The text of a code in a picture: the whole picture, in several sizes, as a reader meets a code best when it is neither large nor small. */
export async function readCodeInPicture(picture: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null)
  if (!bitmap) return null
  try {
    const detector = await ownDetector()
    const found = detector ? (await detector.detect(bitmap))[0]?.rawValue : undefined
    return found || (await searchInScript(bitmap))
  } finally {
    bitmap.close()
  }
}

async function searchInScript(bitmap: ImageBitmap): Promise<string | null> {
  const { default: jsqr } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const longest = Math.max(bitmap.width, bitmap.height)
  for (const wanted of [...new Set([Math.min(longest, 1600), 1000, 640, Math.min(2 * longest, 2000)])]) {
    const scale = wanted / longest
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    if (!context) return null
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const found = jsqr(data, canvas.width, canvas.height)?.data
    if (found) return found
  }
  return null
}

function sizeOf(seen: HTMLVideoElement | ImageBitmap): { width: number; height: number } {
  return 'videoWidth' in seen ? { width: seen.videoWidth, height: seen.videoHeight } : seen
}
