/**
 * Whether “/” opens search. A key without Ctrl is in the way of those who speak to their computer, so it can be switched off
 * (WCAG 2.1.4). Kept on this device, where the browser keeps anything.
 */
const key = 'search-slash'

export function slashOpens(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

export function setSlashOpens(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key)
    else localStorage.setItem(key, 'off')
  } catch {
    // a browser that keeps nothing forgets this, too
  }
}
