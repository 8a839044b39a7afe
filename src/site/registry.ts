// The rules that a run knows, those about pages among them: for commands that tell of rules or look at pages.
import { siteRules } from '../../rules/site/index.ts'
import { extended, type Registry } from '../engine/registry.ts'

/** The same rules and profiles, with the rules about pages. */
export const withPages = (registry: Registry): Registry =>
  extended(registry, { rules: siteRules, profiles: [] })
