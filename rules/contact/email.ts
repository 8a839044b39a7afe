// Mail addresses: their form, slips in the names of well-known hosts, placeholders.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import { secret, type Secret } from '../../src/engine/finding.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import { canonicalEmail, readEmail } from '../../src/facts/email.ts'
import { peopleOf } from '../people.ts'
import { guideStep, miitInterface } from '../sources.ts'

interface Email {
  readonly email: Secret
  readonly [key: string]: Secret
}

const messages = {
  'no-at': say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”里没有“@”`, '写成 name@example.cn 的形式'],
    en: (d) => [`The mail address “${d.email}” has no “@”`, 'Write it as name@example.cn'],
  }),
  several: say<Email>({
    zh: (d) => [`电子邮箱一栏写了不止一个地址：“${d.email}”`, '只写一个常用的邮箱'],
    en: (d) => [`There is more than one mail address: “${d.email}”`, 'Write one address that is read'],
  }),
  local: say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”在“@”前面有不能用的字符`, '核对邮箱地址'],
    en: (d) => [`The mail address “${d.email}” has a character before the “@” that cannot stand there`, 'See to the address'],
  }),
  domain: say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”在“@”后面不是完整的域名`, '核对邮箱地址，例如 …@163.com'],
    en: (d) => [`What follows the “@” in “${d.email}” is no whole domain`, 'See to the address, such as …@163.com'],
  }),
  typo: say<{ email: Secret; domain: string; meant: string }>({
    zh: (d) => [`电子邮箱“${d.email}”的“${d.domain}”像是“${d.meant}”的笔误`, `是“${d.meant}”的，请改正`],
    en: (d) => [`“${d.domain}” in “${d.email}” looks like a slip for “${d.meant}”`, `Write “${d.meant}” if that is meant`],
  }),
  placeholder: say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”像是占位的地址`, '填写能收到信的邮箱'],
    en: (d) => [`The mail address “${d.email}” looks like a placeholder`, 'Write a mailbox that is read'],
  }),
  spelling: say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”里有全角字符或空格`, '用半角“@”和“.”，不留空格'],
    en: (d) => [`The mail address “${d.email}” has full-width characters or spaces`, 'Use an ordinary “@” and “.”, without spaces'],
  }),
}

export const email = defineRule({
  id: 'contact/email',
  level: 'error',
  sources: [guideStep(2), miitInterface('Fzr_dzyj, 1009')],
  returnCode: 1009,
  texts: {
    title: { zh: '电子邮箱真实、可用', en: 'Mail addresses are right' },
    why: {
      zh: '审核结果和账号找回都靠这个邮箱；写错一个字母就收不到信。',
      en: 'Results and lost passwords go to this mailbox; with one letter wrong nothing arrives.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '主体信息: { 主体负责人: { 电子邮箱: shen@gmial.com } }',
        says: 'typo',
        fixed: '主体信息: { 主体负责人: { 电子邮箱: shen@gmail.com } }',
      },
      { draft: '主体信息: { 主体负责人: { 电子邮箱: shen.example.cn } }', says: 'no-at' },
      {
        draft: '主体信息: { 主体负责人: { 电子邮箱: shen＠example。cn } }',
        says: 'spelling',
        fixed: '主体信息: { 主体负责人: { 电子邮箱: shen@example.cn } }',
      },
    ],
    good: [{ draft: '主体信息: { 主体负责人: { 电子邮箱: shen@example.cn } }' }],
  },
  check(draft, { report }) {
    for (const { person, at } of peopleOf(draft)) {
      if (person.email !== undefined) tell(person.email, [...at, 'email'], report)
    }
  },
})

function tell(written: string, at: DraftPath, report: Context<typeof messages, Record<never, never>, undefined>['report']): void {
  const canonical = canonicalEmail(written)
  const reading = readEmail(canonical)
  const data = { email: secret('email', written) }
  const change = (value: string, safety: 'safe' | 'suggested') => ({ safety, edits: [{ op: 'set', path: at, value }] }) as const
  switch (reading.kind) {
    case 'ok':
      if (canonical !== written) report('spelling', { at, data, fix: change(canonical, 'safe') })
      return
    case 'typo': {
      const { domain, meant, suggestion } = reading
      return report('typo', { at, data: { ...data, domain, meant }, fix: change(suggestion, 'suggested') })
    }
    case 'local':
    case 'domain': {
      const same = canonical === written
      return report(reading.kind, { at, ...(same && { slice: [reading.from, reading.to] as const }), data })
    }
    case 'no-at':
    case 'several':
    case 'placeholder':
      return report(reading.kind, { at, data })
  }
}
