// Remarks that a province or host wants, word for word, with the draft's own data filled in.
import type { Draft } from '../../src/draft/normalise.ts'
import type { Fix } from '../../src/engine/finding.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { readMobile } from '../../src/facts/phones.ts'
import { approvalsInName } from '../../src/facts/site-names.ts'
import { documents } from '../../src/profile/documents.ts'

const occasions = [
  'always',
  'several-domains',
  'several-websites',
  'other-service',
  'office-mobile',
  'approval-word',
  'not-legal-representative',
  'no-landline',
  'several-places',
] as const
type Occasion = (typeof occasions)[number]

/** A remark that is wanted. */
interface Wanted {
  /** In the subject's remark or in that of each website. */
  where: 'subject' | 'website'
  for: 'individual' | 'unit' | 'everyone'
  when: Occasion
  /** What to write. `{domain}`, `{site}`, `{sponsor}` are filled in; `……` is left for the user. */
  text: string
  /** A remark with one of these words will do; `*` stands for any remark. */
  accept: string[]
  /** How surely it leads to a refusal. */
  level: 'error' | 'warning' | 'info' | 'off'
}

interface Options {
  /** The remarks by name. */
  texts: Record<string, Wanted>
}

const plain = (text: string): string => text.replace(/[\s，。,.；;：:、“”"（）()]/g, '')

export const remark = defineRule({
  id: 'filing/remark',
  level: 'error',
  sources: [documents['tencent-2022']],
  options: {
    schema: (z) =>
      z.strictObject({
        texts: z
          .record(
            z.string(),
            z.strictObject({
              where: z.enum(['subject', 'website']),
              for: z.enum(['individual', 'unit', 'everyone']),
              when: z.enum(occasions),
              text: z.string(),
              accept: z.array(z.string()),
              level: z.enum(['error', 'warning', 'info', 'off']),
            }),
          )
          .describe(
            '备注要写的文字，每段一个名称：写在哪一栏、谁写、什么情况下写、写什么、怎样算写了（accept）、级别 · The words that the remark has to have, each by a name: where, by whom, when, the text, what counts as written (accept), the level',
          ),
      }),
    defaults: { texts: {} } satisfies Options as Options,
  },
  texts: {
    title: { zh: '备注里有本省要求的文字', en: 'The remark has the words that the province wants' },
    why: {
      zh: '一些省要求在备注里写明固定的说明或承诺，例如多个域名指向同一网站、个人网站承诺。缺了会被退回补写。',
      en: 'Some provinces want a fixed statement or pledge in the remark, such as that several domains lead to one website. Without it the filing comes back.',
    },
    messages: {
      missing: say<{ text: string; blank: boolean }>({
        zh: (d) => [`备注里缺本省要求的说明`, `${d.blank ? '照样式补上' : '写上'}：${d.text}`],
        en: (d) => [
          'The remark lacks a statement that this province requires',
          `${d.blank ? 'Add it after this pattern' : 'Write'}: ${d.text}`,
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '主体信息: { 主办单位性质: 个人 }\n网站信息: [{ 域名: [example.com, example.cn] }]',
        options: {
          texts: {
            same: {
              where: 'website',
              for: 'everyone',
              when: 'several-domains',
              text: '所有域名均指向同一网站',
              accept: ['同一网站', '同一个网站'],
              level: 'warning',
            },
          },
        },
        says: 'missing',
        fixed:
          '主体信息: { 主办单位性质: 个人 }\n网站信息: [{ 域名: [example.com, example.cn], 备注: 所有域名均指向同一网站 }]',
      },
    ],
    good: [
      {
        draft:
          '主体信息: { 主办单位性质: 个人 }\n网站信息: [{ 域名: [example.com, example.cn], 备注: 两个域名指向同一个网站 }]',
        options: {
          texts: {
            same: {
              where: 'website',
              for: 'everyone',
              when: 'several-domains',
              text: '所有域名均指向同一网站',
              accept: ['同一网站', '同一个网站'],
              level: 'warning',
            },
          },
        },
      },
    ],
  },
  check(draft, { report, options }) {
    const { nature } = draft.subject
    if (nature === undefined) return
    const kind = nature === 'individual' ? 'individual' : 'unit'
    for (const [id, wanted] of Object.entries(options.texts)) {
      if (wanted.level === 'off' || (wanted.for !== 'everyone' && wanted.for !== kind)) continue
      for (const site of sitesOf(wanted, draft)) {
        if (!happens(wanted.when, draft, site)) continue
        const written = site === undefined ? draft.subject.remark : draft.websites[site]?.remark
        const known = plain(`${draft.subject.remark ?? ''}${written ?? ''}`)
        if (wanted.accept.includes('*') && known !== '') continue
        const text = filled(wanted.text, draft, site)
        if ([text, ...wanted.accept].some((words) => known.includes(plain(words)))) continue
        const at =
          site === undefined ? (['subject', 'remark'] as const) : (['websites', site, 'remark'] as const)
        const blank = /……|\{/.test(text)
        const value = written === undefined ? text : `${written.trimEnd().replace(/[。；;]$/, '')}。${text}`
        const fix: Fix = {
          safety: 'suggested',
          edits: [
            written === undefined
              ? { op: 'insert', path: at.slice(0, -1), key: 'remark', value }
              : { op: 'set', path: at, value },
          ],
        }
        report('missing', {
          at,
          atMost: wanted.level,
          option: `texts.${id}.text`,
          data: { text, blank },
          ...(!blank && { fix }),
        })
      }
    }
  },
})

/** The websites that a remark is wanted for; `undefined` stands for the subject. */
function sitesOf({ where }: Wanted, draft: Draft): (number | undefined)[] {
  return where === 'subject' ? [undefined] : [...draft.websites.keys()]
}

function happens(when: Occasion, draft: Draft, site: number | undefined): boolean {
  const websites = site === undefined ? draft.websites : draft.websites.slice(site, site + 1)
  const { principal, legalRepresentative } = draft.subject
  switch (when) {
    case 'always':
      return true
    case 'several-domains':
      return websites.some(({ domains }) => domains.length > 1)
    case 'several-websites':
      return draft.websites.length > 1
    case 'other-service':
      return websites.some(({ services }) =>
        services.some((service) => /^其[他它]$|^24$/.test(service ?? '')),
      )
    case 'office-mobile':
      return principal.phone !== undefined && readMobile(principal.phone).kind === 'ok'
    case 'approval-word':
      return websites.some(({ name }) => name !== undefined && approvalsInName(name).length > 0)
    case 'not-legal-representative':
      return (
        legalRepresentative !== undefined &&
        principal.name !== undefined &&
        principal.name !== legalRepresentative
      )
    case 'several-places':
      return websites.some(({ access }) => new Set(access.flatMap(({ location }) => location)).size > 1)
    case 'no-landline':
      return principal.phone === undefined
  }
}

/** The text with the draft's own data; what the draft does not say stays as `……`. */
function filled(text: string, draft: Draft, site: number | undefined): string {
  const website = draft.websites[site ?? 0]
  const values: Record<string, string | undefined> = {
    domain: website?.domains[0]?.name,
    site: website?.name,
    sponsor: draft.subject.name,
    principal: draft.subject.principal.name,
  }
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '……')
}
