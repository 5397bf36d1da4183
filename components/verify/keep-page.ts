/** Keeps this page and what it has loaded on the device, so that it opens without a connection. See public/verify-worker.js. */

/** Tells the worker what has been loaded by now. Does nothing where there is no worker: in development, without https, in a private window. */
export async function keepPage(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || !navigator.onLine) return
  try {
    const registration = await navigator.serviceWorker.register('/verify-worker.js', { scope: '/verify' })
    const worker = registration.active ?? registration.waiting ?? registration.installing
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
    worker?.postMessage({ keep: loaded.filter((name) => name.startsWith(location.origin)) })
  } catch {
    // the page works as well, with a connection
  }
}
