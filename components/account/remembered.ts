/**
 * Who is signed in on this device, as far as the head of a page shows it: a name and whether there is more to open. Not a permission and
 * not a secret; the session is in a cookie that no script reads. Small: every page carries it.
 */
const key = 'cg-signed-in'
const told = 'cg-signed-in-told'

/** `out`: the session has ended, and the name is kept only to say whose work is still on the device */
export type Remembered = { name: string; staff: boolean; out?: true }

/** The text as it is kept, so that it stays the same as long as nothing changed. Empty where nobody is signed in. */
export function rememberedText(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

export function remember(who: Remembered | null): void {
  try {
    if (who) localStorage.setItem(key, JSON.stringify(who))
    else localStorage.removeItem(key)
  } catch {
    // a browser that keeps nothing shows “Sign in”, which leads to the account all the same
  }
  dispatchEvent(new Event(told))
}

/** The site says that nobody is signed in here, e.g. after a sign-out on another device. */
export function rememberOut(): void {
  const text = rememberedText()
  if (text && !text.includes('"out":true')) remember({ ...JSON.parse(text), staff: false, out: true })
}

export function subscribeRemembered(listener: () => void): () => void {
  addEventListener('storage', listener)
  addEventListener(told, listener)
  return () => {
    removeEventListener('storage', listener)
    removeEventListener(told, listener)
  }
}
