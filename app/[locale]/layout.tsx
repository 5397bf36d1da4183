import '#components/ui/tokens.css'
import '#components/ui/base.css'
import type { ReactNode } from 'react'
import { directionOf, locales } from '#lib/message/locale.ts'

export const dynamicParams = false

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

export default async function RootLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await params
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>{children}</body>
    </html>
  )
}
