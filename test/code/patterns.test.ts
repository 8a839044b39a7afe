// Every regular expression in the code takes time in proportion to its text: a checker finds none that could go back and forth.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { oddYaml } from '../../src/draft/fast-yaml.ts'
import { readReason } from '../../src/guide/reasons.ts'
import { ROOT } from '../cli/run-cli.ts'

interface Pattern {
  readonly place: string
  readonly pattern: RegExp
}

const sources = ['src', 'rules', 'bin']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => /\.(?:ts|js|cjs|mjs)$/.test(file))

/** Every node of a file. */
function* nodesOf(file: string): Generator<readonly [node: ts.Node, line: number]> {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const open: ts.Node[] = [source]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield [node, source.getLineAndCharacterOfPosition(node.getStart()).line + 1]
    node.forEachChild((child) => void open.push(child))
  }
}

const literals: Pattern[] = []
/** Files that make expressions from texts, and how often. */
const made: string[] = []
for (const file of sources) {
  for (const [node, line] of nodesOf(file)) {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? []
      literals.push({ place: `${file}:${line}`, pattern: new RegExp(body, flags) })
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      made.push(file)
  }
}

const slow = ({ place, pattern }: Pattern): string[] => {
  const { reports } = analyse(pattern)
  return reports.map(
    ({ type, exponential }) => `${place} ${pattern} ${exponential ? 'exponential' : 'polynomial'} ${type}`,
  )
}

describe('regular expressions', () => {
  test('are all looked at, and the checker knows slow ones', () => {
    expect(literals.length).toBeGreaterThan(400)
    for (const pattern of [/(?:a+)+$/, /a+a+b/, /\s+$/, /=.*;/])
      expect(slow({ place: '', pattern }), String(pattern)).not.toEqual([])
  })

  test('in the code are linear', () => {
    expect(literals.flatMap(slow)).toEqual([])
  })

  test('that are made from texts are few, known and linear', () => {
    // The dots of names with another flag; the phrases by which reasons are understood; the lines that js-yaml may read.
    expect(made.sort()).toEqual([
      'src/draft/fast-yaml.ts',
      'src/draft/fast-yaml.ts',
      'src/facts/person-names.ts',
      'src/guide/reasons.ts',
    ])
    const seen: Pattern[] = [{ place: 'src/draft/fast-yaml.ts', pattern: oddYaml }]
    const Plain = RegExp
    globalThis.RegExp = new Proxy(Plain, {
      construct: (target, args: [string, string]) => {
        const pattern = new target(...args)
        seen.push({ place: 'src/guide/reasons.ts', pattern })
        return pattern
      },
    })
    try {
      readReason('域名没有实名认证')
    } finally {
      globalThis.RegExp = Plain
    }
    expect(seen.length).toBeGreaterThan(100)
    expect(seen.flatMap(slow)).toEqual([])
  })
})
