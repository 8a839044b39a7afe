// Which language people are spoken to in.

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * The language to speak: option, then BEIAN_CHECK_LANG, then the locale. Chinese when the locale says nothing.
 * @param option value of `--lang`, already checked.
 */
export function chooseLanguage(
  option: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { BEIAN_CHECK_LANG, LC_ALL, LC_MESSAGES, LANG } = environment
  for (const word of [option, BEIAN_CHECK_LANG]) {
    if (word === 'zh' || word === 'en') return word
  }
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? ''
  if (locale === '' || /^(?:C|POSIX)(?:\.|$)/i.test(locale)) return 'zh'
  return /^zh/i.test(locale) ? 'zh' : 'en'
}

/** A number of things in English: 1 draft, 2 drafts. */
export const many = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`
