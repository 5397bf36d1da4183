/** Hands the learner a file made in the browser. Nothing is sent. @param type media type, with charset for text */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser takes the address when it starts to write, which may be after this
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
