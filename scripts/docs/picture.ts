// A terminal with what the tool prints, as an SVG picture: in a browser's text, Chinese characters are not two columns wide.
import { widthOf } from '../../src/report/width.ts'
import { print } from './print.ts'

const CELL = 8.4
const LINE = 19
const MARGIN = 16
const FONT_SIZE = 14
/** Chinese characters fill their two columns. */
const WIDE_SIZE = 15.5
const COLUMNS = 80

/** Runs of blanks, of characters two columns wide, and of others. */
const words = / +|[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+|[^ \p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu

/** What SGR numbers turn on, as attributes. Those that turn off are in `ends`. */
const styles: Readonly<Record<string, string>> = {
  '1': 'font-weight="bold"',
  '2': 'opacity="0.6"',
  '4': 'text-decoration="underline"',
  '31': 'fill="#ff7b72"',
  '32': 'fill="#56d364"',
  '33': 'fill="#e3b341"',
  '34': 'fill="#79c0ff"',
  '36': 'fill="#56d4dd"',
}
const ends: Readonly<Record<string, readonly string[]>> = {
  '0': Object.keys(styles),
  '22': ['1', '2'],
  '24': ['4'],
  '39': ['31', '32', '33', '34', '36'],
}

/** Sets how the text behind it looks. */
const ESCAPE = '\u001b'
const sequence = new RegExp(`${ESCAPE}\\[([\\d;]*)m`)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Rounds, so that the same text gives the same picture everywhere. */
const at = (value: number): string => String(Math.round(value * 10) / 10)

/** Draws lines of a terminal one below the other; what is on goes on over line ends. */
function* drawn(lines: readonly string[]): Generator<string> {
  const on = new Set<string>()
  for (const [row, line] of lines.entries()) {
    let column = 0
    // Escape sequences stand at the odd places.
    for (const [i, piece] of line.split(sequence).entries()) {
      if (i % 2 === 1) {
        for (const code of piece.split(';')) {
          if (code in styles) on.add(code)
          else for (const end of ends[code === '' ? '0' : code] ?? []) on.delete(end)
        }
        continue
      }
      const attributes = Array.from(on, (code) => ` ${styles[code]}`).join('')
      for (const word of piece.match(words) ?? []) {
        const from = column
        column += widthOf(word)
        if (word.trim() === '') continue
        const wide = widthOf(word) > Array.from(word).length
        const places = Array.from(word, (_character, k) => at(MARGIN + (from + k * (wide ? 2 : 1)) * CELL))
        const y = at(MARGIN + (row + 1) * LINE - 5)
        yield `<text y="${y}" x="${places.join(' ')}"${attributes}${wide ? ` font-size="${WIDE_SIZE}"` : ''}>${escaped(word)}</text>`
      }
    }
  }
}

/** A command and what it prints, as a picture of a terminal. */
export async function picture(args: readonly string[]): Promise<string> {
  const command = ['npx', 'beian-check', ...args].join(' ')
  const output = await print(args, { colours: true })
  const lines = [`\u001b[2m$ ${command}\u001b[22m`, ...output.trimEnd().split('\n')]
  const [width, height] = [COLUMNS * CELL + 2 * MARGIN, lines.length * LINE + 2 * MARGIN]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${at(width)}" height="${at(height)}" viewBox="0 0 ${at(width)} ${at(height)}">
<title>${escaped(command)}</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g fill="#e6edf3" font-size="${FONT_SIZE}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans Mono CJK SC', monospace">
${[...drawn(lines)].join('\n')}
</g>
</svg>
`
}
