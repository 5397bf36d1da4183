/**
 * This page may more than others: it asks other sites, and for the camera. A browser learns what a page may when a document is loaded, not
 * when Next puts another page into it. So coming here and going away are loads of their own.
 */

/** @returns what ends it */
export function keepOwnDocument(): () => void {
  const here = location.pathname
  const [load] = performance.getEntriesByType('navigation')
  // put into a document that was loaded as another page
  if (load && new URL(load.name).pathname !== here && !justLoaded()) location.reload()
  const go = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    // unseen by Next, the browser follows the link itself
    if (link instanceof HTMLAnchorElement && link.origin === location.origin && link.pathname !== here) event.stopPropagation()
  }
  window.addEventListener('click', go, true)
  return () => {
    window.removeEventListener('click', go, true)
    if (location.pathname !== here) location.reload()
  }
}

/** Whether that was tried a moment ago: whatever a browser calls its load, it is not tried again and again. */
function justLoaded(): boolean {
  const key = 'verify-loaded'
  try {
    const before = Number(sessionStorage.getItem(key))
    sessionStorage.setItem(key, String(Date.now()))
    return Date.now() - before < 30_000
  } catch {
    return true
  }
}
