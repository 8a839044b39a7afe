// Reads reports back, with parsers that are not ours: what is not well-formed, or holds more than findings, throws.
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { parse, parseFragment } from 'parse5'
import { SaxesParser } from 'saxes'
import { expect } from 'vitest'
import { z } from 'zod'
import { type ReporterName, reporterNames } from '../../src/report/index.ts'
import { raw } from './hostile.ts'
import { readSarif } from './read-sarif.ts'

/** A finding as any format tells it. */
export interface Told {
  readonly file: string
  readonly line: number
  readonly level: string
  readonly rule: string
  /** What is said, without hints. */
  readonly message: string
}

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Tag[]
  text: string
}

/** Reads XML strictly: anything that is not well-formed throws. */
export function parseXml(text: string): Tag {
  const root: Tag = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const tag: Tag = { name, attributes: { ...attributes } as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(tag)
    open.push(tag)
  })
  parser.on('text', (piece) => {
    const tag = open.at(-1)
    if (tag !== undefined) tag.text += piece
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  return root.children[0] ?? root
}

const levelOf: Readonly<Record<string, string>> = {
  critical: 'error',
  minor: 'warning',
  notice: 'info',
  note: 'info',
  错误: 'error',
  警告: 'warning',
  提示: 'info',
}

export const gitlabReport = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{40}$/),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string(),
      lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
    }),
  }),
)

/** A workflow command as GitHub's runner reads a line. */
function readCommand(line: string) {
  const undo = (text: string, codes: string): string =>
    text.replace(new RegExp(`%(${codes})`, 'g'), (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  const end = line.indexOf('::', 2)
  expect(line.startsWith('::') && end > 0, line).toBe(true)
  const [, name = '', words = ''] = /^(\S+) ?(.*)$/.exec(line.slice(2, end)) ?? []
  const properties = words.split(',').map((word) => {
    const at = word.indexOf('=')
    return [word.slice(0, at), undo(word.slice(at + 1), '0D|0A|3A|2C|25')] as const
  })
  return {
    name,
    properties: Object.fromEntries(properties),
    message: undo(line.slice(end + 2), '0D|0A|25'),
  }
}

interface Node {
  readonly nodeName: string
  readonly childNodes?: readonly Node[]
  readonly value?: string
}

const within = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(within)]
const textOf = (node: Node): string =>
  within(node)
    .map(({ value }) => value ?? '')
    .join('')

/** Rows of the first table of a Markdown text, as GitHub would show it. Nothing but tables, lists and text may come of it. */
function markdownRows(text: string): string[][] {
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  const nodes = within(parseFragment(html) as Node)
  const names = new Set(nodes.map(({ nodeName }) => nodeName))
  for (const name of ['a', 'img', 'script', 'svg', 'code', 'em', 'del', '#comment'])
    expect(names, name).not.toContain(name)
  const [table] = nodes.filter(({ nodeName }) => nodeName === 'table')
  return within(table ?? { nodeName: '' })
    .filter(({ nodeName }) => nodeName === 'tr')
    .map((tr) => (tr.childNodes ?? []).filter(({ nodeName }) => /^t[dh]$/.test(nodeName)).map(textOf))
}

interface Element extends Node {
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
}

const attribute = (node: Element, name: string): string | undefined =>
  node.attrs?.find((entry) => entry.name === name)?.value
const withClass = (node: Node, name: string): Node[] =>
  within(node).filter((inner) => (attribute(inner, 'class') ?? '').split(' ').includes(name))

/** Findings of a page, and that nothing of a draft became markup. */
function readPage(text: string): Told[] {
  const nodes = within(parse(text) as Node)
  const names = new Set(nodes.map(({ nodeName }) => nodeName))
  for (const name of ['img', 'iframe', 'object', 'link', 'base', '#comment'])
    expect(names).not.toContain(name)
  expect(nodes.filter(({ nodeName }) => nodeName === 'script')).toHaveLength(1)
  for (const node of nodes as Element[])
    for (const { name, value } of node.attrs ?? []) {
      expect(name).not.toMatch(/^(?:on|style|src|xlink)/)
      if (name === 'href') expect(value).toMatch(/^#/)
    }
  return nodes
    .filter((node) => attribute(node, 'data-draft') !== undefined)
    .flatMap((section) => {
      const file = withClass(section, 'file').map(textOf)[0] ?? ''
      return withClass(section, 'finding').map((finding) => {
        const [message = ''] = withClass(finding, 'message').map(textOf)
        const [origin = ''] = withClass(finding, 'origin').map(textOf)
        return {
          file: file.replace(/ #\d+$/, ''),
          line: Number(/第 (\d+) 行/.exec(origin)?.[1]),
          level: attribute(finding, 'data-level') ?? '',
          rule: origin.split(' · ').at(-1) ?? '',
          message: message.replace(/^\S+ \S+ /, ''),
        }
      })
    })
}

const place = /^(.*):(\d+):(\d+)$/

/** Files that could not be read stand beside the findings. */
const isFinding = ({ attributes }: Tag): boolean => attributes.source !== 'beian-check'

/** How each format is read back. */
export const readers: Readonly<Record<string, (text: string) => readonly Told[]>> = {
  compact: (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const [, file = '', at, level = '', rule = '', message = ''] =
          /^(.*?):(\d+):\d+: (error|warning|info) (\S+) (.*)$/.exec(line) ?? []
        return { file, line: Number(at), level, rule, message: message.split(' → ')[0] ?? '' }
      }),
  github: (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map(readCommand)
      .filter(({ properties }) => properties.line !== undefined)
      .map(({ name, properties, message }) => ({
        file: properties.file ?? '',
        line: Number(properties.line),
        level: levelOf[name] ?? name,
        rule: properties.title ?? '',
        message: message.split('\n')[0] ?? '',
      })),
  gitlab: (text) =>
    gitlabReport
      .parse(JSON.parse(text))
      .filter(({ check_name }) => check_name !== 'beian-check/unreadable')
      .map(({ description, check_name, severity, location }) => ({
        file: location.path,
        line: location.lines.begin,
        level: levelOf[severity] ?? severity,
        rule: check_name,
        message: description.split(' → ')[0] ?? '',
      })),
  sarif: (text) =>
    readSarif(text).results.map(({ ruleId, level, message, locations: [{ physicalLocation }] }) => ({
      file: shownName(decodeURIComponent(physicalLocation.artifactLocation.uri)),
      line: physicalLocation.region.startLine,
      level: levelOf[level] ?? level,
      rule: ruleId,
      message: message.text.split(' → ')[0] ?? '',
    })),
  html: readPage,
  junit: (text) =>
    parseXml(text).children.flatMap((suite) =>
      suite.children.flatMap((testcase) => {
        expect(testcase.attributes.file).toBe(suite.attributes.name)
        const parts = testcase.children.filter(({ text }) => /^\d+:\d+ /.test(text))
        return parts.flatMap((part) =>
          part.text.split('\n').map((line) => {
            const [, at, level = '', rule = '', said = ''] =
              /^(\d+):\d+ (\S+) (\S+) {2}(.*)$/.exec(line) ?? []
            return {
              file: suite.attributes.name ?? '',
              line: Number(at),
              level: levelOf[level] ?? level,
              rule,
              message: said.split(' → ')[0] ?? '',
            }
          }),
        )
      }),
    ),
  checkstyle: (text) =>
    parseXml(text).children.flatMap((file) =>
      file.children.filter(isFinding).map(({ attributes }) => ({
        file: file.attributes.name ?? '',
        line: Number(attributes.line),
        level: attributes.severity ?? '',
        rule: (attributes.source ?? '').replace('beian-check/', ''),
        message: attributes.message?.split(' → ')[0] ?? '',
      })),
    ),
  markdown: (text) =>
    markdownRows(text)
      .slice(1)
      .map((cells) => {
        expect(cells).toHaveLength(6)
        const [level = '', where = '', , message = '', , rule = ''] = cells
        const [, file = '', line] = place.exec(where) ?? []
        const word = level.replace(/^\S+\u00a0/, '')
        return {
          file,
          line: Number(line),
          level: levelOf[word] ?? word,
          rule,
          message: message.split(' → ')[0] ?? '',
        }
      }),
}

/** A file name as it is printed. */
const shownName = (name: string): string =>
  name
    .replaceAll('\n', ' ')
    .replace(
      new RegExp(raw.source, 'gu'),
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/:(?=:(?:i |error::))/g, '\\u003a')
    .replace(/#(?=#[a-z]*\[)/g, '\\u0023')

const key = ({ file, line, level, rule, message }: Told): string =>
  [file, line, level, rule, message].join(' ')
const sorted = (findings: readonly Told[]): string[] => findings.map(key).sort()

interface Finding {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly line: number
}

/** Findings by `--format json`, whose contract other tests hold. */
function expectedOf(report: string): Told[] {
  const { files }: { files: { path: string; findings: Finding[] }[] } = JSON.parse(report)
  return files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, line }) => ({
      file: shownName(path),
      line,
      level: severity,
      rule,
      message,
    })),
  )
}

/** A message where XML has no place for some of its characters: these are spelled out there. */
const inXml = (told: Told): Told => ({
  ...told,
  message: told.message.replaceAll('\ufffe', '\\ufffe').replaceAll('\uffff', '\\uffff'),
})

/** Reads the reports of one run in all formats: each is whole, hides nothing, and says what JSON says. */
export function readAll(reports: Readonly<Record<ReporterName, string>>): readonly Told[] {
  const expected = expectedOf(reports.json)
  for (const name of reporterNames) expect(reports[name].replaceAll('\n', ''), name).not.toMatch(raw)
  for (const [format, read] of Object.entries(readers)) {
    const report = reports[format as ReporterName]
    const wanted = /junit|checkstyle/.test(format) ? expected.map(inXml) : expected
    expect(sorted(read(report)), format).toEqual(sorted(wanted))
  }
  return expected
}
