/** A drawing as a file of pixels. The browser sets its text, so the file looks as the same SVG does on this device. */

/** Twice as fine as on the screen, so that it stays sharp in a document; smaller where a canvas could not hold it. */
const fine = 2
const longestSide = 8000

/** @returns the file, or null where the browser cannot make one */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob | null> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.min(fine, longestSide / Math.max(width, height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}

export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // some browsers read the address after the click has returned
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
