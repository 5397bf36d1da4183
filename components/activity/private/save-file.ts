/** Gives the learner a text as a file to keep. Nothing leaves the device. */
export function saveFile(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // some browsers read the address after the click has returned
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
