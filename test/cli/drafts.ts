// Small drafts for tests of the command line, and the ones under fixtures.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run-cli.ts'

interface Parts {
  readonly address?: string
  readonly domain?: string
  readonly name?: string
  /** A line more at the top. */
  readonly top?: string
  /** A line more in the website. */
  readonly website?: string
}

/** A draft without findings, but for what is changed. */
export function draft({ address, domain, name, top, website }: Parts = {}): string {
  const lines = [
    ...(top === undefined ? [] : [top]),
    'subject:',
    '  nature: individual',
    '  name: 沈知秋',
    '  certificate:',
    '    type: resident-id',
    '    number: 330106194903070025',
    '    address: 浙江省杭州市西湖区文三路90号2单元301室',
    '  province: 浙江',
    '  city: 杭州市',
    '  county: 西湖区',
    `  address: ${address ?? '文三路90号2单元301室'}`,
    'websites:',
    `  - name: ${name ?? '山间札记'}`,
    `    domains: [${domain ?? 'shanjian-notes.cn'}]`,
    `    homepage: www.${domain ?? 'shanjian-notes.cn'}`,
    ...(website === undefined ? [] : [`    ${website}`]),
    '    access:',
    '      - provider: 上海金咏信息科技有限公司',
    '        method: virtual-host',
    '        ips: 101.80.16.8',
    '        location: 上海',
  ]
  return `${lines.join('\n')}\n`
}

export const clean = draft()
/** One error: subject/address-door-number. */
export const withError = draft({ address: '文三路' })
/** One warning: website/no-optional-approvals. */
export const withWarning = draft({ website: 'approvals: [新闻]' })
/** One hint: website/no-optional-services. */
export const withInfo = draft({ website: 'services: [博客/个人空间]' })
/** Cannot be read: line 2 has a full-width colon. */
export const unparsable = 'subject:\n  nature：个人\n  name: 沈知秋\n'

/** Names of the files under fixtures/drafts. */
export const fixtures: readonly string[] = readdirSync(join(ROOT, 'fixtures/drafts')).sort()
