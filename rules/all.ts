// Every rule: those about drafts, then those about home pages. Not loaded by a check of drafts.
import type { Rule } from '../src/engine/rule.ts'
import { rules } from './index.ts'
import { siteRules } from './site/index.ts'

export const allRules: readonly Rule[] = [...rules, ...siteRules]
