// Profiles: what each layer says, where it comes from, and that the data are whole.
import { describe, expect, test } from 'vitest'
import { allRules as rules } from '../../rules/all.ts'
import { provinces } from '../../src/facts/data/provinces.ts'
import { builtinIds, builtinProfile } from '../../src/profile/builtin.ts'
import { documents, isDocument } from '../../src/profile/documents.ts'
import { chainOf, checklistOf, layersOf, resolve, sourcesOf } from '../../src/profile/resolve.ts'

const settingsOf = (profile: string, province: string | undefined, rule: string) => {
  const found = resolve(rules, layersOf(profile, province)).find((entry) => entry.rule.id === rule)
  if (found === undefined) throw new Error(rule)
  return found
}

/** Hong Kong, Macao and Taiwan file no websites with MIIT. */
const mainland: string[] = provinces.filter(({ code }) => Number(code) < 71).map(({ zh }) => zh)

describe('the built-in profiles', () => {
  test('are the form, the guide, the standard, today and the hosts', () => {
    expect(builtinIds()).toEqual([
      'aliyun',
      'baidu',
      'base',
      'huawei',
      'jdcloud',
      'jinyong',
      'ksyun',
      'miit-2009',
      'tencent',
      'today',
      'volcengine',
      'west',
    ])
  })

  test.each(builtinIds())('%s builds on profiles that there are', (id) => {
    expect(chainOf(id).at(0)?.id).toBe('base')
    expect(chainOf(id).at(-1)?.id).toBe(id)
  })

  test('today says something of every province', () => {
    const overlays = builtinProfile('today')?.provinces ?? {}
    expect(Object.keys(overlays).sort()).toEqual(mainland.sort())
  })

  test('every option of a province names the documents that say so', () => {
    for (const zh of mainland) {
      for (const { rule, origins } of resolve(rules, layersOf('today', zh))) {
        for (const [option, { layer, sources }] of origins) {
          if (!layer.includes('/')) continue
          expect(sources, `${zh} ${rule.id} ${option}`).not.toEqual([])
          expect(sources.every(isDocument)).toBe(true)
        }
      }
    }
  })

  test('every host but the guide’s builds on today', () => {
    const hosts = builtinIds().filter((id) => builtinProfile(id)?.host !== undefined && id !== 'jinyong')
    expect(hosts.map((id) => builtinProfile(id)?.extends)).toEqual(hosts.map(() => 'today'))
  })
})

describe('layers', () => {
  test.each([
    ['jinyong', '浙江', 'subject/age', 'off', undefined],
    ['today', undefined, 'subject/age', 'error', { individual: 16, unit: 16, proofUnder: 18, oldest: 0 }],
    ['today', '浙江', 'subject/age', 'error', { individual: 18, unit: 18 }],
    ['today', '山东', 'subject/age', 'error', { individual: 17 }],
    ['aliyun', '山东', 'subject/age', 'error', { individual: 17 }],
    ['today', '黑龙江', 'subject/age', 'error', { individual: 16, unit: 18, oldest: 65 }],
    ['today', '云南', 'subject/other-province', 'error', { policy: 'refused' }],
    ['today', '陕西', 'subject/other-province', 'error', { policy: 'allowed' }],
    ['today', '辽宁', 'subject/principal', 'error', { legalRepresentative: 'free' }],
    ['today', '江苏', 'subject/principal', 'error', { legalRepresentative: 'same-person' }],
    ['today', '重庆', 'website/domain-count', 'warning', { perSite: 1 }],
    ['today', '广西', 'website/domain-count', 'warning', { perSite: 1, domainsUnit: 5 }],
    ['today', '福建', 'subject/age', 'error', { individual: 8, unit: 18, proofUnder: 16, guardianUnder: 16 }],
    ['today', '江苏', 'draft/missing', 'error', { alsoUnit: ['subject.principal.phone'] }],
    ['today', '黑龙江', 'website/services', 'warning', { refusedUnit: ['其他'] }],
    ['today', '陕西', 'website/services', 'warning', { individual: ['其他'] }],
    ['today', '河北', 'subject/other-province', 'error', { policy: 'allowed', foreigners: 'refused' }],
    ['today', '上海', 'website/domain-suffix', 'error', { words: { game: '游戏', bbs: '论坛' } }],
    [
      'miit-2009',
      undefined,
      'subject/address-door-number',
      'error',
      { postBox: true, villageEnough: 'unit' },
    ],
    ['tencent', undefined, 'access/method', 'error', { methods: ['cloud'] }],
  ] as const)('%s in %s: %s is %s', (profile, province, rule, level, options) => {
    const found = settingsOf(profile, province, rule)
    expect(found.level).toBe(level)
    if (options !== undefined) expect(found.options).toMatchObject(options)
  })

  test('options merge below a key, and each keeps its origin', () => {
    const found = settingsOf('aliyun', '山东', 'website/name')
    expect(found.options).toMatchObject({
      shortest: 3,
      causes: { short: 'error', letters: 'warning' },
      words: { national: 'error', 'format-everyone': 'warning' },
    })
    expect(found.layers).toEqual(['rule', 'today', 'today/山东'])
    expect(found.origins.get('causes.letters')?.layer).toBe('today/山东')
    expect(sourcesOf(found, 'causes.letters')).toEqual([documents['tencent-2022']])
    expect(found.origins.get('causes.short')?.layer).toBe('today')
  })

  test('the user’s config comes last', () => {
    const layers = [
      ...layersOf('today', '浙江'),
      { name: 'own.yaml', rules: { 'subject/age': ['warning', { individual: 21 }] as const } },
    ]
    const found = resolve(rules, layers).find(({ rule }) => rule.id === 'subject/age')
    expect(found).toMatchObject({ level: 'warning', options: { individual: 21, unit: 18 } })
    expect(found?.origins.get('individual')).toEqual({ layer: 'own.yaml', sources: [] })
  })
})

describe('checklists', () => {
  test('a province adds to what everybody sees to', () => {
    const all = checklistOf('today', undefined).length
    expect(all).toBeGreaterThan(5)
    expect(checklistOf('aliyun', '广东').length).toBeGreaterThan(all)
    expect(checklistOf('jinyong', '广东')).toEqual([])
  })
})
