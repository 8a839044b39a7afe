// Service contents are best left unticked at the host of the guide; other hosts fix them.
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideStep, miitInterface } from '../sources.ts'
import { isNone } from './none.ts'

interface Options {
  /** What the host wants: nothing ticked, whatever fits, or at least one. */
  services: 'empty' | 'any' | 'required'
  /** The only contents that the host takes; empty for all. */
  only: string[]
}

export const noOptionalServices = defineRule({
  id: 'website/no-optional-services',
  level: 'info',
  sources: [guideStep(3), miitInterface('Fwnr_id, 1034')],
  options: {
    schema: (z) =>
      z.strictObject({
        services: z
          .enum(['empty', 'any', 'required'])
          .describe(
            '接入商要什么：不勾选、随意、至少一项 · What the host wants: nothing ticked, whatever fits, at least one',
          ),
        only: z
          .array(z.string())
          .describe('只接受这些内容；空为不限 · The only contents that the host takes; empty: any'),
      }),
    defaults: { services: 'empty', only: [] } satisfies Options as Options,
  },
  texts: {
    title: { zh: '网站服务内容按接入商的要求勾选', en: 'Service contents as the host wants them' },
    why: {
      zh: '按 2007 年须知，网站服务内容最好不勾选，审核更快；现在的接入商多要求勾选一项。',
      en: 'By the guide of 2007 service contents are best left unticked, which speeds the review; hosts of today often want one.',
    },
    messages: {
      ticked: say<{ services: readonly string[] }>({
        zh: (d) => [
          `勾选了 ${d.services.length} 项网站服务内容：${d.services.join('、')}`,
          '接入商没有要求时不勾选，审核更快',
        ],
        en: (d) => [
          `Services are ticked: ${d.services.join(', ')}`,
          'Leave them unticked unless the host asks for one; the review is faster',
        ],
      }),
      writtenNone: say<{ service: string }>({
        zh: (d) => [`“${d.service}”也会算作勾选了一项`, '不勾选网站服务内容时，这一栏留空'],
        en: (d) => [
          `“${d.service}” counts as a ticked service`,
          'Leave the field empty where none is ticked',
        ],
      }),
      missing: say({
        zh: () => ['没有勾选网站服务内容，这家接入商要求至少一项', '按网站内容勾选一项'],
        en: () => [
          'No service content is ticked; this host requires at least one',
          'Tick the one that fits the website',
        ],
      }),
      notTaken: say<{ service: string; only: readonly string[] }>({
        zh: (d) => [`这家接入商不接受网站服务内容“${d.service}”`, `可选：${d.only.join('、')}`],
        en: (d) => [
          `This host does not accept the service content “${d.service}”`,
          `It takes: ${d.only.join(', ')}`,
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息: { 网站服务内容: [博客/个人空间, 网络图片] }',
        says: 'ticked',
        fixed: '网站信息: {}',
      },
      { draft: '网站信息: { 网站服务内容: 无 }', says: 'writtenNone', fixed: '网站信息: {}' },
      { draft: '网站信息: { 网站名称: 山间札记 }', says: 'missing', options: { services: 'required' } },
      {
        draft: '网站信息: { 网站服务内容: 网上邮局 }',
        says: 'notTaken',
        options: { services: 'any', only: ['其他'] },
      },
    ],
    good: [
      { draft: '网站信息: { 网站名称: 山间札记 }' },
      { draft: '网站信息: { 网站服务内容: 其他 }', options: { services: 'required', only: ['其他'] } },
    ],
  },
  check(draft, { report, options }) {
    for (const [i, website] of draft.websites.entries()) {
      const services = website.services.filter((service) => service !== undefined)
      const at = ['websites', i, 'services'] as const
      if (options.services === 'empty' && services.length > 0) {
        const fix = { safety: 'suggested', edits: [{ op: 'remove', path: at }] } as const
        const [first = ''] = services
        if (services.every(isNone)) report('writtenNone', { at, data: { service: first }, fix })
        else report('ticked', { at, data: { services }, fix })
      }
      if (options.services === 'required' && services.length === 0) report('missing', { at })
      for (const [k, service] of website.services.entries()) {
        if (service === undefined || options.only.length === 0 || options.only.includes(service)) continue
        report('notTaken', { at: [...at, k], data: { service, only: options.only } })
      }
    }
  },
})
