// Each sentence of the guide is taken up by something that exists.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allRules } from '../../rules/all.ts'
import { commandNames } from '../../src/cli/command-names.ts'
import { faq } from '../../src/guide/data/faq.ts'
import { sentences, type Target } from '../../src/guide/data/sentences.ts'
import { steps } from '../../src/guide/data/steps.ts'
import { builtinIds } from '../../src/profile/builtin.ts'
import { ROOT } from '../cli/run-cli.ts'

const ruleTable = new Map(allRules.map((rule) => [rule.id, rule]))

function exists(target: Target): boolean {
  if ('rule' in target) return ruleTable.has(target.rule)
  if ('checklist' in target) {
    const [id = '', reminder = ''] = target.checklist.split('#')
    return Object.hasOwn(ruleTable.get(id)?.texts.reminders ?? {}, reminder)
  }
  if ('next' in target) return steps.some(({ id }) => id === target.next)
  if ('faq' in target) return faq.some(({ number }) => number === target.faq)
  if ('command' in target) return commandNames.some((name) => name === target.command)
  if ('profile' in target) return builtinIds().includes(target.profile)
  return target.nothing !== ''
}

describe('the guide', () => {
  test.each(sentences.map((entry) => [entry.place, entry] as const))('%s', (_place, entry) => {
    for (const target of entry.where) expect(exists(target), JSON.stringify(target)).toBe(true)
    expect(entry.zh).toMatch(/\p{Script=Han}/u)
    expect(entry.en).not.toMatch(/[，。；]/)
  })

  test('its six steps and eight questions are there in order, without a gap', () => {
    const places = sentences
      .map(({ place }) => place)
      .filter((place) => /\d/.test(place) && !/^(?:intro|end)/.test(place))
    const counts: Readonly<Record<string, number>> = {
      '1': 3,
      '2': 4,
      '3': 2,
      '4': 5,
      '5': 5,
      '6': 4,
      'FAQ 1': 3,
      'FAQ 2': 4,
      'FAQ 3': 2,
      'FAQ 4': 4,
      'FAQ 5': 3,
      'FAQ 6': 5,
      'FAQ 7': 4,
      'FAQ 8': 2,
    }
    const expected = Object.entries(counts).flatMap(([step, count]) => [
      ...(step.startsWith('FAQ') ? [step] : []),
      ...Array.from({ length: count }, (_, index) => `${step}.${index + 1}`),
    ])
    expect(places).toEqual(expected)
  })

  test('only courtesy asks for nothing', () => {
    const idle = sentences.filter(({ where }) => where.every((target) => 'nothing' in target))
    expect(idle.map(({ place }) => place)).toEqual(['intro.2', 'end.2', 'end.3'])
  })

  test('the table of the rules’ folder has a row for each, with everything that takes it up', () => {
    const rows = readFileSync(join(ROOT, 'rules/README.md'), 'utf8').split('\n')
    for (const { place, where } of sentences) {
      const row = rows.find((line) => line.startsWith(`| ${place} | `)) ?? ''
      for (const target of where) {
        const [word = ''] = Object.values(target).map((value) => String(value).replace(/#.*/, ''))
        expect(row, place).toContain(word)
      }
    }
  })

  test('every rule of the guide is behind a sentence', () => {
    const named = new Set(
      sentences.flatMap(({ where }) => where.flatMap((target) => ('rule' in target ? [target.rule] : []))),
    )
    const ofGuide = [...ruleTable.values()].filter(
      ({ id, sources }) => sources[0]?.year === 2007 && !['draft/profile', 'draft/syntax'].includes(id),
    )
    expect(ofGuide.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  })
})
