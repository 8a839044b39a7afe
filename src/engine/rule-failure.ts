// A rule that is not the tool's own failed: its author is told, and not us.
import type { Bilingual } from '../draft/field.ts'

export class RuleFailure extends Error {
  readonly texts: Bilingual

  constructor(rule: string, cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause)
    const texts = {
      zh: `规则“${rule}”运行出错（${said}），这个文件没有检查完；请改插件，或在配置里把这条规则关掉`,
      en: `rule “${rule}” failed (${said}), so this file was not checked; mend the plugin, or turn the rule off in the config`,
    }
    super(texts.en, { cause })
    this.name = 'RuleFailure'
    this.texts = texts
  }
}
