// Dates as forms and certificates write them, and the span between two.
import { remembering } from './remember.ts'

export type DateReading =
  | { readonly kind: 'date'; readonly iso: string }
  /** 长期: no end. */
  | { readonly kind: 'long-term' }
  | { readonly kind: 'bad' }

const shapes = [
  /^(\d{4})[-/.．](\d{1,2})[-/.．](\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

/** Reads 2030-05-01, 2030.5.1, 2030年5月1日, 20300501, the end of a span (2010.05.01-2030.05.01), and 长期. */
export const readDate = remembering((text: string): DateReading => {
  const plain = text.normalize('NFKC').trim()
  if (/长期|永久|无固定期限|long[- ]?term|permanent/i.test(plain)) return { kind: 'long-term' }
  const end =
    plain
      .split(/至|到|~|—|--|–|(?<=\d{4}[./]\d{1,2}[./]\d{1,2})-/)
      .at(-1)
      ?.trim() ?? plain
  for (const shape of shapes) {
    const [, year = '', month = '', day = ''] = shape.exec(end) ?? []
    if (year === '') continue
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const date = new Date(`${iso}T00:00:00Z`)
    // 2030-02-30 would become the second of March.
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)) return { kind: 'date', iso }
  }
  return { kind: 'bad' }
})

/**
 * The date some months later; the last day of the month where that day does not exist.
 * @param iso YYYY-MM-DD
 */
export function monthsLater(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

/**
 * The date some days later.
 * @param iso YYYY-MM-DD
 */
export function daysLater(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
