// The access method must be one that the host offers.
import { type AccessMethod, accessMethods } from '../../src/draft/catalogue.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { isOtherHost } from '../../src/facts/hosts.ts'
import { guideStep, miitInterface } from '../sources.ts'
import { entriesOf } from './entries.ts'

type Method = NonNullable<AccessMethod>

interface Options {
  /** The methods that the host files under. Empty: any. */
  methods: Method[]
}

const label = (id: Method, language: 'zh' | 'en'): string =>
  accessMethods.find((method) => method.id === id)?.[language] ?? id

export const method = defineRule({
  id: 'access/method',
  level: 'error',
  sources: [guideStep(4), miitInterface('1035')],
  returnCode: 1035,
  options: {
    schema: (z) =>
      z.strictObject({
        methods: z
          .array(z.enum(['dedicated-line', 'colocation', 'virtual-host', 'cloud', 'other']))
          .describe('接入商办理的接入方式；空为不限 · The methods that the host files under; empty: any'),
      }),
    defaults: { methods: [] } satisfies Options as Options,
  },
  texts: {
    title: { zh: '接入方式是接入商提供的方式', en: 'The access method is one that the host offers' },
    why: {
      zh: '接入商按自己实际提供的方式审核。租用空间选“虚拟主机”；选了别的，与购买的产品对不上，会被退回。',
      en: 'The host reviews by what it really offers. Rented web space is “virtual host”; another choice does not match the order and comes back.',
    },
    messages: {
      only: say<{ method: Method; right: Method; host: string }>({
        zh: (d) => [
          `接入方式选了“${label(d.method, 'zh')}”，“${d.host}”只按“${label(d.right, 'zh')}”报备`,
          `改为“${label(d.right, 'zh')}”`,
        ],
        en: (d) => [
          `The access method is “${label(d.method, 'en')}”; “${d.host}” files only as “${label(d.right, 'en')}”`,
          `Choose “${label(d.right, 'en')}”`,
        ],
      }),
      notOffered: say<{ method: Method; methods: readonly Method[]; host: string }>({
        zh: (d) => [
          `接入方式选了“${label(d.method, 'zh')}”，“${d.host}”不按这种方式报备`,
          `按购买的产品选：${d.methods.map((id) => `“${label(id, 'zh')}”`).join('或')}`,
        ],
        en: (d) => [
          `The access method is “${label(d.method, 'en')}”, which “${d.host}” does not file under`,
          `Choose by what was bought: ${d.methods.map((id) => `“${label(id, 'en')}”`).join(' or ')}`,
        ],
      }),
      surplus: say<{ method: Method; methods: readonly Method[]; host: string }>({
        zh: (d) => [
          `接入方式多选了“${label(d.method, 'zh')}”，“${d.host}”只按${d.methods.map((id) => `“${label(id, 'zh')}”`).join('或')}报备`,
          '去掉这一项',
        ],
        en: (d) => [
          `“${label(d.method, 'en')}” is chosen as well; “${d.host}” files only as ${d.methods.map((id) => `“${label(id, 'en')}”`).join(' or ')}`,
          'Leave this one out',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息:\n  接入信息: { 接入服务提供商: 上海金咏信息科技有限公司, 接入方式: 主机托管 }\n',
        says: 'only',
        fixed: '网站信息:\n  接入信息: { 接入服务提供商: 上海金咏信息科技有限公司, 接入方式: 虚拟主机 }\n',
      },
      {
        draft: '网站信息: { 接入信息: { 接入方式: [虚拟主机, 专线] } }',
        says: 'surplus',
        fixed: '网站信息: { 接入信息: { 接入方式: [虚拟主机] } }',
      },
      {
        draft: '网站信息: { 接入信息: { 接入方式: 专线 } }',
        says: 'notOffered',
        options: { methods: ['cloud', 'virtual-host'] },
      },
    ],
    good: [
      { draft: '网站信息: { 接入信息: { 接入服务提供商: 上海金咏信息科技有限公司, 接入方式: 虚拟主机 } }' },
      { draft: '网站信息: { 接入信息: { 接入服务提供商: 河北松涛网络有限公司, 接入方式: 主机托管 } }' },
      { draft: '网站信息: { 接入信息: { 接入方式: 主机托管 } }', options: { methods: [] } },
    ],
  },
  check(draft, { report, options: { methods }, world }) {
    if (methods.length === 0) return
    const host = world.profile.host?.names[0] ?? world.profile.title.zh
    for (const { access, at: entry } of entriesOf(draft)) {
      if (isOtherHost(access.provider, world.profile.host, world.hosts)) continue
      const someRight = access.method.some((id) => id !== undefined && methods.includes(id))
      for (const [k, id] of access.method.entries()) {
        if (id === undefined || methods.includes(id)) continue
        const at = [...entry, 'method', k] as const
        const right = methods.length === 1 ? methods[0] : undefined
        if (someRight || (k > 0 && right !== undefined)) {
          const fix = { safety: 'suggested', edits: [{ op: 'remove', path: at }] } as const
          report('surplus', { at, data: { method: id, methods, host }, fix })
        } else if (right !== undefined) {
          const fix = {
            safety: 'suggested',
            edits: [{ op: 'set', path: at, value: label(right, 'zh') }],
          } as const
          report('only', { at, data: { method: id, right, host }, fix })
        } else report('notOffered', { at, data: { method: id, methods, host } })
      }
    }
  },
})
