// The access provider's legal name, to the letter.

import type { DraftPath } from '../../src/draft/catalogue.ts'
import type { Fix } from '../../src/engine/finding.ts'
import { defineRule, type KnownHost, say } from '../../src/engine/rule.ts'
import { looksLikeLegalName, readProvider, type Shape } from '../../src/facts/hosts.ts'
import { guideStep } from '../sources.ts'
import { entriesOf } from './entries.ts'

const shapeNames: Readonly<Record<Shape, { zh: string; en: string }>> = {
  spaces: { zh: '空格', en: 'spaces' },
  brackets: { zh: '括号的全角半角', en: 'the width of brackets' },
  width: { zh: '全角半角', en: 'full or half width' },
  traditional: { zh: '繁体字', en: 'traditional characters' },
  punctuation: { zh: '标点', en: 'punctuation' },
  case: { zh: '大小写', en: 'upper or lower case' },
}

interface Near {
  readonly value: string
  readonly name: string
  readonly [key: string]: string
}

const write = (name: string): readonly [zh: string, en: string] => [`改为“${name}”`, `Write “${name}”`]

export const provider = defineRule({
  id: 'access/provider',
  level: 'error',
  sources: [guideStep(4)],
  texts: {
    title: { zh: '接入服务提供商写公司全称', en: 'The access provider is named by its exact legal name' },
    why: {
      zh: '接入商凭这个名称认领备案，一个字、一个括号不同都认不出来，也就无法通过它的审核。',
      en: 'The host claims a filing by this name. One character or bracket off, and the filing does not reach its reviewers.',
    },
    messages: {
      shape: say<{ value: string; name: string; shapes: readonly Shape[] }>({
        zh: (d) => [
          `“${d.value}”与全称只差${d.shapes.map((shape) => shapeNames[shape].zh).join('、')}`,
          write(d.name)[0],
        ],
        en: (d) => [
          `“${d.value}” differs from the legal name only by ${d.shapes.map((shape) => shapeNames[shape].en).join(' and ')}`,
          write(d.name)[1],
        ],
      }),
      noLegalForm: say<{ value: string; name: string; form: string }>({
        zh: (d) => [`“${d.value}”后面少了“${d.form}”`, `写全称：“${d.name}”`],
        en: (d) => [`“${d.value}” lacks “${d.form}” at its end`, `Write the full name: “${d.name}”`],
      }),
      shortName: say<Near>({
        zh: (d) => [`“${d.value}”是简称，这一栏要写公司全称`, write(d.name)[0]],
        en: (d) => [`“${d.value}” is a short name; this field takes the legal name`, write(d.name)[1]],
      }),
      oneCharacter: say<Near>({
        zh: (d) => [`“${d.value}”与“${d.name}”差一个字`, `如果就是这家接入商，改为“${d.name}”`],
        en: (d) => [
          `“${d.value}” is one character off “${d.name}”`,
          `If this host is meant, write “${d.name}”`,
        ],
      }),
      similar: say<Near>({
        zh: (d) => [`“${d.value}”与接入商的全称“${d.name}”不一致`, `如果就是这家接入商，改为“${d.name}”`],
        en: (d) => [
          `“${d.value}” is not the host's legal name “${d.name}”`,
          `If this host is meant, write “${d.name}”`,
        ],
      }),
      otherHost: say<{ value: string; other: string; profile: string; host: string }>({
        zh: (d) => [
          `这里写的是“${d.value}”${d.value === d.other ? '' : `（${d.other}）`}，这次却按“${d.host}”的档案检查`,
          `网站放在那里的，用 --profile ${d.profile}，或在草稿里写“接入商档案: ${d.profile}”；否则改为“${d.host}”`,
        ],
        en: (d) => [
          `This draft names “${d.value}”${d.value === d.other ? '' : ` (${d.other})`}; it is checked by the profile of “${d.host}”`,
          `For a site hosted there use --profile ${d.profile}, or write “profile: ${d.profile}” into the draft; otherwise write “${d.host}”`,
        ],
      }),
      unknown: say<{ value: string; host: string }>({
        zh: (d) => [
          `“${d.value}”不是“${d.host}”，这家接入商只审核写它全称的备案`,
          `改为“${d.host}”；网站放在别家的，用 beian-check profiles 找那家的档案，或自己写一份`,
        ],
        en: (d) => [
          `“${d.value}” is not “${d.host}”; that host reviews only filings under its own name`,
          `Write “${d.host}”; for a site hosted elsewhere choose that host's profile (beian-check profiles) or write one`,
        ],
      }),
      notALegalName: say<{ value: string }>({
        zh: (d) => [`“${d.value}”不像公司全称`, '照接入商营业执照上的名称写，一般以“有限公司”结尾'],
        en: (d) => [
          `“${d.value}” does not look like a legal name`,
          "Write the name on the host's business licence; most end in 有限公司",
        ],
      }),
    },
    reminders: {
      contract: say<{ name: string }>({
        zh: (d) => [`与“${d.name}”的接入合同有效，合同一方就是主办单位`],
        en: (d) => [`The contract with “${d.name}” is in force and made out to the sponsor`],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息:\n  接入信息: { 接入服务提供商: 上海金詠信息科技 有限公司 }\n',
        says: 'shape',
        fixed: '网站信息:\n  接入信息: { 接入服务提供商: 上海金咏信息科技有限公司 }\n',
      },
      {
        draft: '网站信息:\n  接入信息: { 接入服务提供商: 上海金咏信息科技 }\n',
        says: 'noLegalForm',
        fixed: '网站信息:\n  接入信息: { 接入服务提供商: 上海金咏信息科技有限公司 }\n',
      },
      {
        draft: '网站信息: { 接入信息: { 接入服务提供商: 金咏网络 } }',
        says: 'shortName',
        fixed: '网站信息: { 接入信息: { 接入服务提供商: 上海金咏信息科技有限公司 } }',
      },
      {
        draft: '网站信息: { 接入信息: { 接入服务提供商: 上海金永信息科技有限公司 } }',
        says: 'oneCharacter',
        fixed: '网站信息: { 接入信息: { 接入服务提供商: 上海金咏信息科技有限公司 } }',
      },
      { draft: '网站信息: { 接入信息: { 接入服务提供商: 阿里云计算有限公司 } }', says: 'otherHost' },
      { draft: '网站信息: { 接入信息: { 接入服务提供商: 河北松涛网络有限公司 } }', says: 'unknown' },
      { draft: '网站信息: { 接入信息: { 接入服务提供商: 机房 } }', says: 'notALegalName', profile: 'base' },
      {
        draft: '网站信息: { 接入信息: { 接入服务提供商: 阿里云 } }',
        says: 'shortName',
        profile: 'today',
        fixed: '网站信息: { 接入信息: { 接入服务提供商: 阿里云计算有限公司 } }',
      },
    ],
    good: [
      { draft: '网站信息: { 接入信息: { 接入服务提供商: 上海金咏信息科技有限公司 } }' },
      { draft: '网站信息: { 接入信息: { 接入服务提供商: 阿里云计算有限公司 } }', profile: 'aliyun' },
      { draft: '网站信息: { 接入信息: { 接入服务提供商: 河北松涛网络有限公司 } }', profile: 'base' },
    ],
  },
  check(draft, { report, remind, world }) {
    const { host } = world.profile
    const named = new Set<string>()
    for (const { access, at: entry } of entriesOf(draft)) {
      const value = access.provider
      if (value === undefined) continue
      const at = [...entry, 'provider'] as const
      if (host === undefined) {
        const known = looksLikeLegalName(value) ? undefined : called(value, world.hosts)
        if (known !== undefined)
          report('shortName', {
            at,
            atMost: 'warning',
            data: { value, name: known },
            fix: rename(at, known, 'suggested'),
          })
        else if (looksLikeLegalName(value)) named.add(value)
        else report('notALegalName', { at, atMost: 'warning', data: { value } })
        continue
      }
      const reading = readProvider(value, host, world.hosts)
      const [hostName = ''] = host.names
      if (reading.kind === 'exact') named.add(value)
      else if (reading.kind === 'unknown') report('unknown', { at, data: { value, host: hostName } })
      else if (reading.kind === 'otherHost') {
        const { profile, names } = reading.host
        report('otherHost', { at, data: { value, other: names[0] ?? value, profile, host: hostName } })
      } else {
        const { kind, name } = reading
        const fix = rename(at, name, kind === 'shape' ? 'safe' : 'suggested')
        const near = { value, name }
        if (kind === 'shape') report(kind, { at, fix, data: { ...near, shapes: reading.shapes } })
        else if (kind === 'noLegalForm') report(kind, { at, fix, data: { ...near, form: reading.form } })
        else if (kind === 'oneCharacter') report(kind, { at, fix, data: near, slice: reading.slice })
        else report(kind, { at, fix, data: near })
      }
    }
    for (const name of named) remind('contract', { name })
  },
})

/** The legal name of the one host that people call so. */
function called(value: string, hosts: readonly KnownHost[]): string | undefined {
  for (const host of hosts) {
    const reading = readProvider(value, host, [])
    if (reading.kind === 'shortName' || reading.kind === 'noLegalForm') return reading.name
  }
  return undefined
}

const rename = (path: DraftPath, name: string, safety: Fix['safety']): Fix => ({
  safety,
  edits: [{ op: 'set', path, value: name }],
})
