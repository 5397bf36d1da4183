/**
 * Which font writes which script. Pure data.
 *
 * Newsreader, the site's own heading face, writes Latin where it has every letter of the name; everything else is
 * written in Noto, medium weight, serif where Noto has one, so that names in different scripts sit beside each other as equals.
 * All are under the SIL Open Font License 1.1. The files are in the packages as npm brought them; nothing is fetched.
 */
export type FontFamily = {
  id: string
  /** folder in node_modules */
  package: string
  /** one file with everything, or one for each subset that the package's unicode.json names (`{subset}` is replaced) */
  file: string
  /** values of a variable font's axes */
  axes: Readonly<Record<string, number>>
  /** BCP 47 tag, where the writing system decides between forms of one character */
  language: string
}

function variable(id: string, language = 'und'): FontFamily {
  return {
    id,
    package: `@fontsource-variable/${id}`,
    file: `files/${id}-{subset}-wght-normal.woff2`,
    axes: { wght: 500 },
    language,
  }
}

function single(id: string, weight: 400 | 500): FontFamily {
  return { id, package: `@fontsource/${id}`, file: `files/${id}-{subset}-${weight}-normal.woff2`, axes: {}, language: 'und' }
}

const newsreader: FontFamily = {
  id: 'newsreader',
  package: '@fontsource-variable/newsreader',
  file: 'files/newsreader-{subset}-opsz-normal.woff2',
  // the display cut: a name is always set large
  axes: { wght: 500, opsz: 72 },
  language: 'und',
}
/** The whole font in one file: any Latin, Cyrillic or Greek letter with any combining mark. */
const notoSerif: FontFamily = {
  id: 'noto-serif',
  package: '@expo-google-fonts/noto-serif',
  file: '500Medium/NotoSerif_500Medium.ttf',
  axes: {},
  language: 'und',
}
const chinese = variable('noto-serif-sc', 'zh-Hans')
const traditional = variable('noto-serif-tc', 'zh-Hant')
const japanese = variable('noto-serif-jp', 'ja')
const korean = variable('noto-serif-kr', 'ko')

/** By Unicode script property value (Unicode Standard Annex 24). The first family that has every letter of the name is taken. */
const families: Readonly<Record<string, readonly FontFamily[]>> = {
  Latin: [newsreader, notoSerif],
  Cyrillic: [notoSerif],
  Greek: [notoSerif],
  Arabic: [variable('noto-naskh-arabic')],
  Hebrew: [variable('noto-serif-hebrew')],
  Devanagari: [variable('noto-serif-devanagari')],
  Bengali: [variable('noto-serif-bengali')],
  Gurmukhi: [variable('noto-serif-gurmukhi')],
  Gujarati: [variable('noto-serif-gujarati')],
  Oriya: [variable('noto-serif-oriya')],
  Tamil: [variable('noto-serif-tamil')],
  Telugu: [variable('noto-serif-telugu')],
  Kannada: [variable('noto-serif-kannada')],
  Malayalam: [variable('noto-serif-malayalam')],
  Sinhala: [variable('noto-serif-sinhala')],
  Thai: [variable('noto-serif-thai')],
  Lao: [variable('noto-serif-lao')],
  Tibetan: [variable('noto-serif-tibetan')],
  Myanmar: [single('noto-serif-myanmar', 500)],
  Khmer: [variable('noto-serif-khmer')],
  Ethiopic: [variable('noto-serif-ethiopic')],
  Georgian: [variable('noto-serif-georgian')],
  Armenian: [variable('noto-serif-armenian')],
  Thaana: [variable('noto-sans-thaana')],
  Syriac: [variable('noto-sans-syriac')],
  Nko: [single('noto-sans-nko', 400)],
  Adlam: [variable('noto-sans-adlam')],
  Tifinagh: [single('noto-sans-tifinagh', 400)],
  Vai: [single('noto-sans-vai', 400)],
  Cherokee: [variable('noto-sans-cherokee')],
  Canadian_Aboriginal: [variable('noto-sans-canadian-aboriginal')],
  Mongolian: [single('noto-sans-mongolian', 400)],
  Hanifi_Rohingya: [variable('noto-sans-hanifi-rohingya')],
  Javanese: [variable('noto-sans-javanese')],
  Ol_Chiki: [variable('noto-sans-ol-chiki')],
  Meetei_Mayek: [variable('noto-sans-meetei-mayek')],
  Tai_Tham: [variable('noto-sans-tai-tham')],
  Cham: [variable('noto-sans-cham')],
  Yi: [single('noto-sans-yi', 400)],
  Hangul: [korean],
  Hiragana: [japanese],
  Katakana: [japanese],
  Bopomofo: [traditional],
  Han: [chinese, traditional, japanese, korean],
}

const emoji = variable('noto-emoji')

/** Every family once: the order in which a character is looked for that its own script's families do not have. */
export const everyFamily: readonly FontFamily[] = [...new Set([notoSerif, ...Object.values(families).flat(), emoji])]

/** ISO 15924 codes, as HarfBuzz wants them. */
const codes: Readonly<Record<string, string>> = {
  Latin: 'Latn',
  Cyrillic: 'Cyrl',
  Greek: 'Grek',
  Arabic: 'Arab',
  Hebrew: 'Hebr',
  Devanagari: 'Deva',
  Bengali: 'Beng',
  Gurmukhi: 'Guru',
  Gujarati: 'Gujr',
  Oriya: 'Orya',
  Tamil: 'Taml',
  Telugu: 'Telu',
  Kannada: 'Knda',
  Malayalam: 'Mlym',
  Sinhala: 'Sinh',
  Thai: 'Thai',
  Lao: 'Laoo',
  Tibetan: 'Tibt',
  Myanmar: 'Mymr',
  Khmer: 'Khmr',
  Ethiopic: 'Ethi',
  Georgian: 'Geor',
  Armenian: 'Armn',
  Thaana: 'Thaa',
  Syriac: 'Syrc',
  Nko: 'Nkoo',
  Adlam: 'Adlm',
  Tifinagh: 'Tfng',
  Vai: 'Vaii',
  Cherokee: 'Cher',
  Canadian_Aboriginal: 'Cans',
  Mongolian: 'Mong',
  Hanifi_Rohingya: 'Rohg',
  Javanese: 'Java',
  Ol_Chiki: 'Olck',
  Meetei_Mayek: 'Mtei',
  Tai_Tham: 'Lana',
  Cham: 'Cham',
  Yi: 'Yiii',
  Hangul: 'Hang',
  Hiragana: 'Hira',
  Katakana: 'Kana',
  Bopomofo: 'Bopo',
  Han: 'Hani',
}

/** @param script as `scriptOf` gives it. @returns its ISO 15924 code; Zyyy for a script not listed */
export function scriptCode(script: string): string {
  return codes[script] ?? 'Zyyy'
}

const tests = Object.keys(families).map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)
const neutral = /[\p{Script=Common}\p{Script=Inherited}]/u

/** @returns the script of a grapheme's first letter; null for what every script shares (space, hyphen, digits, emoji); 'Other' for a script not listed. */
export function scriptOf(grapheme: string): string | null {
  for (const character of grapheme) {
    if (neutral.test(character)) continue
    return tests.find(([, test]) => test.test(character))?.[0] ?? 'Other'
  }
  return null
}

/**
 * @param script as `scriptOf` gives it
 * @param all the scripts of the whole name: Han characters beside kana are Japanese, beside hangul Korean
 */
export function familiesFor(script: string, all: ReadonlySet<string>): readonly FontFamily[] {
  if (script === 'Han') {
    const first =
      all.has('Hiragana') || all.has('Katakana') ? japanese : all.has('Hangul') ? korean : all.has('Bopomofo') ? traditional : null
    if (first) return [first, ...families['Han']!.filter((family) => family !== first)]
  }
  return families[script] ?? []
}
