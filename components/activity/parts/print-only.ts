/** Prints the activity alone: the style sheet hides the rest of the page while the mark stands on the root. */
export function printOnly({ currentTarget }: { currentTarget: Element }): void {
  const root = document.documentElement
  const sheet = currentTarget.closest<HTMLElement>('[data-print-sheet]')
  if (!sheet) return
  root.dataset['printing'] = 'sheet'
  sheet.dataset['printSheet'] = 'printing'
  const done = () => {
    delete root.dataset['printing']
    sheet.dataset['printSheet'] = ''
  }
  addEventListener('afterprint', done, { once: true })
  print()
}
