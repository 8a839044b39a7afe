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

/** All documents; where they are nested too deep; or undefined for a text that only the exact reader can judge. */
export function fastYaml(text: string): unknown[] | { readonly deepAt: number } | undefined {
  try {
    return loadAll(text, null, options)
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.includes('maxDepth')) return undefined
    return { deepAt: error.mark.position }
  }
}
