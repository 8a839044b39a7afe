// Mail addresses: their form, slips in the names of well-known hosts, placeholders.
import type { DraftPath } from '../../src/draft/catalogue.ts'
import { type Fix, type Secret, secret } from '../../src/engine/finding.ts'
import { type Context, defineRule, say } from '../../src/engine/rule.ts'
import { readDomain } from '../../src/facts/domains.ts'
import { canonicalEmail, type EmailReading, readEmail } from '../../src/facts/email.ts'
import { peopleOf } from '../people.ts'
import { guideStep, miitInterface } from '../sources.ts'

interface Email {
  readonly email: Secret
  readonly [key: string]: Secret
}

const messages = {
  'no-at': say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”里没有“@”`, '写成“用户名@域名”的形式'],
    en: (d) => [`The mail address “${d.email}” has no “@”`, 'Write it as “user@domain”'],
  }),
  several: say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”里有不止一个“@”`, '写一个常用的邮箱；确实要写几个时，用“;”隔开'],
    en: (d) => [
      `The mail address “${d.email}” has more than one “@”`,
      'Write one mailbox that is read, or put “;” between several',
    ],
  }),
  local: say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”在“@”前面有不能用的字符`, '核对邮箱地址'],
    en: (d) => [
      `The mail address “${d.email}” has a character before the “@” that cannot stand there`,
      'Check the address',
    ],
  }),
  domain: say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”在“@”后面不是完整的域名`, '核对邮箱地址，例如 …@163.com'],
    en: (d) => [
      `What follows the “@” in “${d.email}” is not a complete domain`,
      'Check the address; it should look like …@163.com',
    ],
  }),
  typo: say<{ email: Secret; domain: string; meant: string }>({
    zh: (d) => [`电子邮箱“${d.email}”的“${d.domain}”像是“${d.meant}”的笔误`, `如果应为“${d.meant}”，请改正`],
    en: (d) => [
      `“${d.domain}” in “${d.email}” looks like a typo of “${d.meant}”`,
      `Write “${d.meant}” if that is meant`,
    ],
  }),
  placeholder: say<Email>({
    zh: (d) => [`电子邮箱“${d.email}”像是占位的地址`, '填写能收到信的邮箱'],
    en: (d) => [`The mail address “${d.email}” looks like a placeholder`, 'Write a mailbox that is read'],
  }),
  spelling: say<Email>({
    zh: (d) => [
      `电子邮箱“${d.email}”里有全角字符、空格或多余的符号`,
      '用半角“@”和“.”，不留空格，几个邮箱之间用“;”',
    ],
    en: (d) => [
      `The mail address “${d.email}” has full-width characters, spaces or extra signs`,
      'Use an ordinary “@” and “.”, no spaces, and “;” between several mailboxes',
    ],
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
      en: 'Results and lost passwords go to this mailbox; one wrong letter and nothing arrives.',
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
      if (person.email !== undefined) checkField(person.email, [...at, 'email'], report)
    }
  },
})

type Report = Context<typeof messages, Record<never, never>, undefined>['report']

/** One mailbox without spaces and full-width signs. */
const plain = /^[!-+\--:<-~]+$/

/** The form takes several mailboxes with semicolons between them. */
function checkField(written: string, at: DraftPath, report: Report): void {
  // Nearly every field ends here: there is nothing to cut, and nothing to write otherwise.
  if (plain.test(written) && readEmail(written).kind === 'ok') return
  const pieces = [...written.matchAll(/[^;；,，、]+/g)].filter(([text]) => text.trim() !== '')
  const canonical = pieces.map(([text]) => canonicalEmail(text))
  const change = (value: string, safety: 'safe' | 'suggested') =>
    ({ safety, edits: [{ op: 'set', path: at, value }] }) as const
  let faults = 0
  for (const [k, { 0: text, index }] of pieces.entries()) {
    const reading = readEmail(canonical[k] ?? '')
    if (reading.kind === 'ok') continue
    faults++
    const suggest = (meant: string) => change(canonical.with(k, meant).join(';'), 'suggested')
    tell(
      reading,
      { written: text.trim(), at, from: text === canonical[k] ? index : undefined },
      suggest,
      report,
    )
  }
  const fixed = canonical.join(';')
  if (faults > 0 || fixed === written) return
  // A space between letters may stand for a sign that was lost: shen zhi@, shen_zhi@.
  const safety = /[\w.]\s+[\w.]/.test(written) ? 'suggested' : 'safe'
  report('spelling', { at, data: { email: secret('email', written) }, fix: change(fixed, safety) })
}

interface Where {
  readonly written: string
  readonly at: DraftPath
  /** Where the piece begins in the value; undefined when it was rewritten before reading. */
  readonly from: number | undefined
}

function tell(
  reading: Exclude<EmailReading, { kind: 'ok' }>,
  { written, at, from }: Where,
  suggest: (meant: string) => Fix,
  report: Report,
): void {
  const data = { email: secret('email', written) }
  switch (reading.kind) {
    case 'typo': {
      const { domain, meant, suggestion } = reading
      const atMost = mayExist(domain, meant) ? 'warning' : 'error'
      return report('typo', { at, atMost, data: { ...data, domain, meant }, fix: suggest(suggestion) })
    }
    case 'local':
    case 'domain': {
      const slice = from !== undefined && ([from + reading.from, from + reading.to] as const)
      return report(reading.kind, { at, ...(slice && { slice }), data })
    }
    case 'no-at':
    case 'several':
    case 'placeholder':
      return report(reading.kind, { at, data })
  }
}

const SHORT = 4

/** A suffix in use (163.cn) or one letter of a short name (line.com beside live.com) may be somebody's own mail host. */
function mayExist(domain: string, meant: string): boolean {
  const [name = ''] = meant.split('.')
  if (name.length <= SHORT && !domain.startsWith(`${name}.`)) return true
  const reading = readDomain(domain.toLowerCase())
  return domain.startsWith(`${name}.`) && reading.kind === 'ok' && reading.listed
}
