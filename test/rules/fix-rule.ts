// Makes all fixes of one rule in a text, and no others.
import { ruleTable } from '../../rules/index.ts'
import type { Format } from '../../src/draft/read.ts'
import { type Fixed, fixSource } from '../../src/engine/fix.ts'
import { checkOne, type Source } from '../../src/engine/run.ts'
import { type Circumstances, onlyRule, worldOf } from './check-rule.ts'

/** Fixes a text by one rule, suggested fixes too. */
export async function fixByRule(
  id: string,
  text: string,
  circumstances: Circumstances = {},
  format: Format = 'yaml',
): Promise<Fixed> {
  const world = worldOf(circumstances.profile, circumstances.today)
  const check = async (source: Source) => {
    const { broken, findings } = await checkOne('test.yaml', source, {
      load: async () => source,
      settings: (_file, draft) => ({ rules: onlyRule(id, draft, circumstances), world, checklist: [] }),
      rule: (name) => ruleTable().get(name),
    })
    if (broken) throw new Error(`cannot be read:\n${source.text}`)
    return findings
  }
  return fixSource({ text, format }, check, () => true)
}
