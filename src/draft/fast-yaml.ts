// YAML to plain values by js-yaml: for drafts that the reader in plain.ts leaves alone. Loaded when one comes.
import { FAILSAFE_SCHEMA, loadAll, Type, YAMLException } from 'js-yaml'
import { MAX_DEPTH } from './limits.ts'

/** YAML's merge key `<<`, the one thing beyond plain texts that stored drafts use. */
const merge = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (data: unknown) => data === '<<',
})
/** The types of js-yaml do not know its limit of levels yet. */
const options = { schema: FAILSAFE_SCHEMA.extend({ implicit: [merge] }), maxDepth: MAX_DEPTH }

const BLANKS = ' *'
const HAN = '\\u4e00-\\u9fff'
const ENDS = '(?=[ \\r\\n]|$)'
const KEY = `[A-Za-z${HAN}$][\\w${HAN}()（）./-]{0,120}:${ENDS}`
const NAME = `[\\w${HAN}-]+`
const QUOTED = `"(?:[^"\\\\\\r\\n\\t]|\\\\["\\\\/n])*"|'(?:[^'\\r\\n\\t]|'')*'`
/** Words of a flow list or mapping, and its keys. */
const WORDS = `[\\w${HAN}][\\w${HAN}./ -]*`
const ENTRY = `[A-Za-z${HAN}][\\w${HAN}-]{0,120}: +${WORDS}`
const several = (item: string): string => `${item}(?:, *${item})*`
const FLOW = `\\[(?:${several(WORDS)})?\\]|\\{ *${several(ENTRY)}\\}`
const VALUE = `(?:${QUOTED}|\\*${NAME}|(?<=: )[|>]-?|${FLOW})${BLANKS}`
/** A text without quotes: no colon before a blank, no number sign behind one. */
const BARE =
  '[\\w(+/\\u00a1-\\u2027\\u3001-\\ufefe](?:[^\\t\\r\\n:#\\u0085\\u2028\\u2029\\ufeff]|:(?=\\S)|(?<=\\S)#)*'
const COMMENT = '(?<= )#.*'
/** What begins a line: a key, an item of a list, or a merge key with a reference behind it; an anchor may follow. */
const BEGIN = `(?:${KEY}${BLANKS}|(?<=- )(?=[^ \\r\\n#]))(?:&${NAME}${ENDS}${BLANKS})?|<<: +(?=\\*)|(?=[^ \\r\\n#&*])`
const LINE = `---\\r?$|${BLANKS}(?:#.*|(?:- +)*(?:${BEGIN})(?:${VALUE}|${BARE})?(?:${COMMENT})?)?\\r?$`

/**
 * What js-yaml might read otherwise than the standard says: every line that is not of the kinds above.
 * Property tests compare it with `yaml`.
 */
export const oddYaml = new RegExp(`^(?!${LINE})|\\r(?!\\n)|[\\u2028\\u2029]`, 'm')

/** An anchor of a list. Where it is merged, js-yaml takes in what is no mapping. */
const namesList = new RegExp(`&${NAME}\\s+[[-]`)

const isOdd = (text: string): boolean => oddYaml.test(text) || (text.includes('<<') && namesList.test(text))

/** All documents; where they are nested too deep; or undefined for a text that only the exact reader can judge. */
export function fastYaml(text: string): unknown[] | { readonly deepAt: number } | undefined {
  try {
    const values = loadAll(text, null, options)
    return isOdd(text) ? undefined : values
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.includes('maxDepth')) return undefined
    return { deepAt: error.mark.position }
  }
}
