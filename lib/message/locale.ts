/** The locales the site is published in. English is the default and has no prefix in its addresses. */
export const locales = ['en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value)
}

/** Writing direction for the `dir` attribute. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale) ? 'rtl' : 'ltr'
}

/** The public address of a page: English without prefix, every other locale with its own. */
export function pathFor(locale: Locale, path: string): string {
  return locale === defaultLocale ? path : `/${locale}${path === '/' ? '' : path}`
}

/** The locale for Intl: this site's English is British, so that 12 November is not 11/12. */
export function formatLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}
