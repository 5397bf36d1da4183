'use client'
import { useEffect, useState } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { verifyHref } from './verify-href.ts'

/**
 * On a page that has nothing (any more) to show: the code on a picture brings a signed short form along, behind the `#` of the address. It
 * never reaches the server; the page that checks reads it in the browser.
 */
export function CarriedCode({ verify, messages }: { verify: string; messages: Messages }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (/^#\d{40,}$/.test(location.hash)) setAddress(location.href)
  }, [])
  if (address === null) return null
  return (
    <section aria-labelledby="carried">
      <h2 id="carried">{say(messages, 'carriedTitle')}</h2>
      <p>{say(messages, 'carriedText')}</p>
      {/* a page of its own, with its own rules of what may be loaded */}
      <a className={buttonClass('primary')} href={verifyHref(verify, address)}>
        {say(messages, 'carriedCheck')}
      </a>
    </section>
  )
}
