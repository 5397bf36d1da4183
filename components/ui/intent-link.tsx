'use client'
import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link whose page is fetched ahead when somebody is about to follow it (mouse over it, focus), not merely because it is in view: on a
 * bad line nobody pays for a page they may not open. A finger follows at once, so for it nothing is fetched ahead: what had not come
 * before the page itself is asked for would be paid twice.
 */
export function IntentLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [meant, setMeant] = useState(false)
  const mean = () => setMeant(true)
  return (
    <Link
      {...props}
      prefetch={meant ? null : false}
      onPointerEnter={(event) => event.pointerType === 'mouse' && mean()}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && mean()}
    />
  )
}
