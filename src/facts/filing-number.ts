// Numbers that a website shows: of its filing, of a licence, of the public security's filing. Pure text, no places.
// Forms and letters: rules of the ministry and numbers as seen, 2023-2026; the letters of the public security differ from
// those of the ministry for 四川, 甘肃 and 贵州.
import { provinces } from './data/provinces.ts'
import { toHalfWidth } from './text.ts'

/** What is wrong with the way a filing number is written. */
export type NumberFault =
  /** No province before ICP. */
  | 'no-letter'
  /** A letter that filing numbers do not have: 川 for 蜀. */
  | 'letter'
  | 'case'
  | 'width'
  | 'spaces'
  /** 备案 or 備 for 备, 號 for 号, 字第 between, 号 at the end. */
  | 'words'
  /** 号 is missing. */
  | 'no-hao'
  /** Neither 8 digits nor 10. */
  | 'digits'
  /** Ten digits that begin with no year, or a year to come. */
  | 'year'
  /** A long dash or none before the website's number. */
  | 'dash'
  /** X or * where digits belong. */
  | 'sample'
  /** The A or X of an app or mini program. */
  | 'app'

/** A filing number as it is written somewhere. */
export interface NumberReading {
  /** As written. */
  readonly text: string
  readonly from: number
  readonly to: number
  /** How it is written right; undefined where that cannot be told. */
  readonly canonical: string | undefined
  /** The letter of the province, put right where that is sure. */
  readonly letter: string | undefined
  /** The digits behind 备. */
  readonly digits: string
  /** The website's number behind the dash. */
  readonly suffix: string | undefined
  readonly faults: readonly NumberFault[]
}

/** Letters of the ministry that people take for others: of plates, of the public security. */
const wrongLetters: Readonly<Record<string, string>> = {
  川: '蜀',
  甘: '陇',
  贵: '黔',
  云: '滇',
  秦: '陕',
  申: '沪',
}

const letters: string = provinces.map(({ letter }) => letter).join('')

/** The province whose filing numbers begin with a letter. */
export const provinceOfLetter = (letter: string): (typeof provinces)[number] | undefined =>
  letter === '' ? undefined : provinces.find((province) => province.letter === letter)

const filing =
  /([\u3400-\u9fff])?( {0,3})(ICP)( {0,3})(备|備)(案)?( {0,3}(?:字第|字|第|号|號|编号|:)? {0,3})([0-9Xx*]{4,14}|(?:X|x|×|○|\*){4,14})(?:( {0,3})(号|號))?(?:( {0,2})([-–—−~_])( {0,2})(\d{1,4})(?!\d)|(\d{1,2})(?![\d年.-]))?( ?[号號])?([AX](?![a-z]))?/gi

/**
 * Every filing number in a text, however it is written.
 * @param today YYYY-MM-DD, for years to come
 */
export function findFilingNumbers(text: string, today: string): NumberReading[] {
  const plain = toHalfWidth(text).replace(/[\u00a0\u2002-\u200a]/g, ' ')
  return [...plain.matchAll(filing)].map((match) => readMatch(match, text, today))
}

function readMatch(match: RegExpExecArray, original: string, today: string): NumberReading {
  const [
    whole,
    before,
    gap1 = '',
    icp = '',
    gap2 = '',
    bei,
    an,
    middle = '',
    rawDigits = '',
    gap3 = '',
    hao,
  ] = match
  const [, , , , , , , , , , , gap4 = '', dash, gap5 = '', suffix, glued, late, app] = match
  const faults: NumberFault[] = []
  const known = before !== undefined && (letters.includes(before) || before in wrongLetters)
  const letter = known ? (wrongLetters[before] ?? before) : undefined
  // A word before the number is none of it: 备案号ICP备….
  const skipped = known ? 0 : (before?.length ?? 0) + gap1.length
  const from = match.index + skipped
  const text = original.slice(from, match.index + whole.length)
  const site = suffix ?? glued
  const sample = !/^\d+$/.test(rawDigits)
  if (letter === undefined) faults.push('no-letter')
  else if (letter !== before) faults.push('letter')
  if (icp !== 'ICP') faults.push('case')
  if (toHalfWidth(text) !== text) faults.push('width')
  if (/ /.test((known ? gap1 : '') + gap2 + middle + gap3 + gap4 + gap5)) faults.push('spaces')
  if (bei !== '备' || an !== undefined || middle.trim() !== '' || hao === '號' || late !== undefined)
    faults.push('words')
  if (hao === undefined && late === undefined) faults.push('no-hao')
  if (sample) faults.push('sample')
  else faults.push(...digitFaults(rawDigits, today))
  if (site !== undefined && dash !== '-') faults.push('dash')
  if (app !== undefined) faults.push('app')
  const whole8or10 = !faults.some(
    (fault) => fault === 'digits' || fault === 'sample' || fault === 'no-letter',
  )
  const canonical = whole8or10
    ? `${letter}ICP备${rawDigits}号${site === undefined ? '' : `-${Number(site)}`}`
    : undefined
  return {
    text,
    from,
    to: match.index + whole.length,
    canonical,
    letter,
    digits: rawDigits,
    suffix: site,
    faults,
  }
}

/** Eight digits are yy and six more (to about 2020), ten are yyyy and six more. */
function digitFaults(digits: string, today: string): NumberFault[] {
  if (digits.length === 8) {
    const year = 2000 + Number(digits.slice(0, 2))
    return year > Number(today.slice(0, 4)) ? ['year'] : []
  }
  if (digits.length !== 10) return ['digits']
  const year = Number(digits.slice(0, 4))
  return year < 2005 || year > Number(today.slice(0, 4)) ? ['year'] : []
}

/** One filing number alone, as a draft names it; undefined where the text is none. */
export function readFilingNumber(text: string, today: string): NumberReading | undefined {
  const [first] = findFilingNumbers(text, today)
  return first
}

/** The subject's number of a website's: without what stands behind 号. */
export const subjectNumber = (canonical: string): string => canonical.replace(/-\d+$/, '')

/** A licence for paid services: it stands beside a filing number, not for it. */
export interface LicenceReading {
  readonly text: string
  readonly from: number
  readonly to: number
}

const licence =
  /[\u3400-\u9fff]? ?ICP ?[证証證] ?\d{6,12} ?号?(?:-\d{1,4})?|[\u3400-\u9fff]?(?:A2|B1|B2|A2\.B1\.B2)-\d{8}(?:-\d{1,4})?/gi

/** Every licence number in a text: 京ICP证030173号, 粤B2-20090059-5. */
export function findLicences(text: string): LicenceReading[] {
  return [...toHalfWidth(text).matchAll(licence)].map(({ 0: found, index }) => ({
    text: text.slice(index, index + found.length),
    from: index,
    to: index + found.length,
  }))
}

/** What is wrong with a number of the public security. */
export type PoliceFault = 'no-letter' | 'digits' | 'form' | 'county' | 'no-hao' | 'width'

/** A number of the public security's filing. */
export interface PoliceReading {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly code: string
  readonly faults: readonly PoliceFault[]
}

/** The public security's letters where they differ; 贵州 is seen with both. */
const policeLetters: Readonly<Record<string, string>> = { 四川: '川', 甘肃: '甘', 贵州: '贵黔' }
const police = /([\u3400-\u9fff])?( ?)公网安备( {0,3})(\d{6,18})(?:( ?)(号|號))?/g

/** Every number of the public security in a text: 京公网安备11010102000001号. */
export function findPoliceNumbers(text: string): PoliceReading[] {
  const plain = toHalfWidth(text).replace(/\u00a0/g, ' ')
  return [...plain.matchAll(police)].map((match) => {
    const [whole, letter, , , code = '', , hao] = match
    const faults: PoliceFault[] = []
    const province = provinces.find((each) => each.code === code.slice(0, 2))
    const fitting = province === undefined ? '' : (policeLetters[province.zh] ?? province.letter)
    const shown = text.slice(match.index, match.index + whole.length)
    const isLetter = letter !== undefined && (letters.includes(letter) || '川甘贵'.includes(letter))
    if (!isLetter) faults.push('no-letter')
    if (code.length !== 14) faults.push('digits')
    else if (code.slice(6, 8) !== '02') faults.push('form')
    if (isLetter && code.length === 14 && !fitting.includes(letter)) faults.push('county')
    if (hao === undefined) faults.push('no-hao')
    if (toHalfWidth(shown) !== shown) faults.push('width')
    return { text: shown, from: match.index, to: match.index + whole.length, code, faults }
  })
}
