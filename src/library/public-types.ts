// The types of the library's face.
export type { Draft } from '../draft/normalise.ts'
export type { Fix, Level } from '../engine/finding.ts'
export type { Example, Message, Source, Words } from '../engine/rule.ts'
export type { CustomRule, CustomRuleSpec } from '../plugin/define-rule.ts'
export type { Profile, RuleSetting, RuleSettings } from '../profile/profile.ts'
export type { ReportedFinding, ReportedPlace, ReportedSource } from '../report/json.ts'
export type { Language } from '../report/language.ts'
export type {
  CheckOptions,
  CheckResult,
  CheckSummary,
  DraftOptions,
  FixDraftOptions,
  FixResult,
  Plugin,
} from './types.ts'
