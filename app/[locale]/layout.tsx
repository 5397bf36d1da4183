import '#components/ui/fonts.css'
import '#components/ui/tokens.css'
import '#components/ui/base.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { editionOf } from '#app/find/edition.ts'
import { movesName } from '#components/device/moves.ts'
import { Frame } from '#components/ui/frame.tsx'
import { loadCourse } from '#lib/course/load-course.ts'
import { lessonMoves } from '#lib/course/read-migrations.ts'
import { directionOf, isLocale, locales } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamicParams = false

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

export async function generateMetadata(): Promise<Metadata> {
  const { course } = await loadCourse()
  return { title: { default: course.site, template: `%s · ${course.site}` }, icons: { icon: '/icon.svg' } }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f4ec' },
    { media: '(prefers-color-scheme: dark)', color: '#14181f' },
  ],
}

export default async function RootLayout({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!isLocale(locale)) return null
  const loaded = await loadCourse(locale)
  const messages = messagesFor(locale)
  const moves = lessonMoves(loaded.migrations)
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        {moves && <meta name={movesName} content={JSON.stringify(moves)} />}
        <link rel="preload" href="/fonts/atkinson-400-600.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="preload" href="/fonts/newsreader-500.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
      </head>
      <body>
        <Frame
          site={loaded.course.site}
          locale={locale}
          messages={messages.layout}
          device={messages.device}
          find={`/find/${editionOf(loaded, locale)}`}
        >
          {children}
        </Frame>
      </body>
    </html>
  )
}
