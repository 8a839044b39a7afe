// `beian-check init [FILE]`: asks for a filing in the order of the form and writes the draft.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { normalise } from '../draft/normalise.ts'
import { dateInChina } from '../engine/time.ts'
import type { Answers } from '../interactive/answers.ts'
import { draftText } from '../interactive/draft-text.ts'
import { draftOf, interviewFrom } from '../interactive/interview.ts'
import { Interrupted, type Prompter, terminalPrompter } from '../interactive/prompter.ts'
import type { Profiles } from '../interactive/questions.ts'
import type { Language } from '../report/language.ts'
import { wrap } from '../report/layout.ts'
import { oneLine } from '../report/safe.ts'
import { check } from './check.ts'
import { requireProfile } from './choose.ts'
import { EXIT, type ExitCode, type Io, type Terminal, UsageError } from './io.ts'
import { SCHEMA_COPY, schemaReference, schemaText } from './schema.ts'
import { SettingsMaker } from './settings.ts'

/** The terminal to ask on, or a clear word that there is none. */
export function requireTerminal(io: Io): Terminal {
  const terminal = io.terminal?.()
  if (terminal !== undefined) return terminal
  throw new UsageError({
    zh: '这里没有可以提问的终端。请在终端里运行；或者照 README 的样例写好草稿，再用 beian-check 草稿.yaml 检查',
    en: 'There is no terminal to ask on. Run this in a terminal, or write the draft after the sample in the README and check it with beian-check draft.yaml',
  })
}

const words = {
  start: {
    zh: (file: string) => `按表单顺序填写，写成 ${file}。Esc 回到上一项；Ctrl-C 停下，已填的保留`,
    en: (file: string) =>
      `The form, item by item, for ${file}. Esc goes back; Ctrl-C stops and keeps what was entered`,
  },
  resumed: {
    zh: (file: string) => `接着上次没填完的继续（删掉 ${file} 可以从头填）`,
    en: (file: string) => `Going on from last time (delete ${file} to begin anew)`,
  },
  kept: {
    zh: (file: string, again: string) => `\n已填的内容保存在 ${file}（含个人信息）。再次运行 ${again} 接着填`,
    en: (file: string, again: string) =>
      `\nWhat you entered is kept in ${file} (personal data inside). Run ${again} to go on`,
  },
  schema: {
    message: {
      zh: (copy: string) => `在旁边放一份 ${copy}，让编辑器补全栏目？`,
      en: (copy: string) => `Put ${copy} beside it, for editors to complete keys?`,
    },
    yes: { zh: '好', en: 'yes' },
    no: { zh: '不用', en: 'no' },
  },
  written: {
    zh: (file: string) => `已写入 ${file}，检查结果：`,
    en: (file: string) => `Wrote ${file}. The check says:`,
  },
} as const

/** Asks, writes the draft, and checks it. */
export async function init(
  path: string | undefined,
  options: { readonly profile?: string; readonly schema?: boolean },
  language: Language,
  io: Io,
): Promise<ExitCode> {
  const name = path ?? 'draft.yaml'
  const file = resolve(io.cwd, name)
  const partial = `${file}.partial.json`
  if (existsSync(file)) throw existing(name)
  if (!/\.ya?ml$/i.test(name)) {
    throw new UsageError({
      zh: `init 写的是 YAML，文件名以 .yaml 结尾，例如 ${name.replace(/\.[^./]*$/, '')}.yaml`,
      en: `init writes YAML; the name ends in .yaml, such as ${name.replace(/\.[^./]*$/, '')}.yaml`,
    })
  }
  const terminal = requireTerminal(io)
  const settings = await makerFor(name, io)
  const { default: writeFileAtomic } = await import('write-file-atomic')
  const keep = (answers: Answers): void =>
    writeFileAtomic.sync(partial, `${JSON.stringify(answers, null, 2)}\n`, { mode: 0o600 })
  const profile = options.profile && requireProfile(options.profile, settings.registry)
  const start = readPartial(partial, profile)
  const print = (line: string): void => {
    const margin = /^ */.exec(line)?.[0] ?? ''
    const [first = '', ...rest] = wrap(line.trimStart(), (io.stdout.columns ?? 80) - margin.length - 2)
    io.stdout.write(`${margin}${first}\n`)
    for (const part of rest) io.stdout.write(`${margin}  ${part}\n`)
  }
  print(words.start[language](oneLine(name)))
  if (existsSync(partial)) print(words.resumed[language](oneLine(`${name}.partial.json`)))
  const prompter = terminalPrompter(terminal, language)
  try {
    const answers = await interviewFrom(start, {
      prompter,
      language,
      rules: settings.registry.rules,
      profiles: profilesFor(name, settings),
      settings: (given) => settings.of(name, normalise(draftOf(given))),
      keep,
      print,
    })
    // Somebody else may have written one meanwhile; what was entered is kept.
    if (existsSync(file)) throw existing(name)
    const schema = await schemaFor(file, options.schema, prompter, language)
    await writeFileAtomic(file, schemaLine(schema) + draftText(answers, language, name), { mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Interrupted)) throw cannotWrite(error, name)
    const again = `beian-check init ${name}`
    if (existsSync(partial))
      io.stderr.write(`${words.kept[language](oneLine(`${name}.partial.json`), oneLine(again))}\n`)
    return EXIT.interrupted
  }
  rmSync(partial, { force: true })
  io.stdout.write(`\n${words.written[language](oneLine(name))}\n\n`)
  return await check([name], { lang: language }, io)
}

const existing = (name: string): UsageError =>
  new UsageError({
    zh: `${name} 已经存在，没有改动。检查并逐条修改：beian-check -i ${name}；另写一份：beian-check init 别的文件名`,
    en: `${name} exists and was left alone. To go through it: beian-check -i ${name}; to write another: beian-check init OTHER`,
  })

/**
 * The schema that the draft names, so that an editor completes and explains its keys. Where the project has none, a
 * copy is put beside the draft if the user wants it.
 */
async function schemaFor(
  file: string,
  wanted: boolean | undefined,
  prompter: Prompter,
  language: Language,
): Promise<string | undefined> {
  if (wanted === false) return undefined
  const known = schemaReference(file)
  if (known !== undefined) return known
  if (wanted === undefined) {
    const { message, yes, no } = words.schema
    const answer = await prompter.choose({
      message: message[language](SCHEMA_COPY),
      choices: [
        { value: true, name: yes[language] },
        { value: false, name: no[language] },
      ],
      back: false,
    })
    if (answer !== true) return undefined
  }
  const { default: writeFileAtomic } = await import('write-file-atomic')
  await writeFileAtomic(join(dirname(file), SCHEMA_COPY), schemaText('draft'))
  return `./${SCHEMA_COPY}`
}

/** The line by which YAML editors find the schema. */
const schemaLine = (reference: string | undefined): string =>
  reference === undefined ? '' : `# yaml-language-server: $schema=${reference}\n`

function cannotWrite(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error
  return new UsageError({ zh: `${name} 写不进去（${code}）`, en: `${name} cannot be written (${code})` })
}

/** The answers of an earlier run; a file that is no such thing is as good as none. */
function readPartial(partial: string, profile: string | undefined): Answers {
  const fresh: Answers = profile === undefined ? {} : { profile, 'x-seen': { profile: true } }
  if (!existsSync(partial)) return fresh
  try {
    const kept: unknown = JSON.parse(readFileSync(partial, 'utf8'))
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : fresh
  } catch {
    return fresh
  }
}

/** The rules and profiles that will hold for the draft: those of the config of its folder too. */
async function makerFor(name: string, io: Io): Promise<SettingsMaker> {
  const maker = new SettingsMaker({
    cwd: io.cwd,
    today: dateInChina(io.now()),
    profile: undefined,
    config: undefined,
    rule: [],
    ipData: undefined,
    maxSize: undefined,
  })
  await maker.prepare([name])
  return maker
}

/** Every profile of a host, a year or the config; the config's own is suggested, else current practice. */
function profilesFor(name: string, settings: SettingsMaker): Profiles {
  const { profiles } = settings.registry
  const options = profiles.ids().flatMap((id) => {
    const head = profiles.head(id)
    return head === undefined || id === 'base' ? [] : [{ value: id, ...head.title }]
  })
  return { options, usual: settings.configOf(name)?.profile ?? 'today' }
}
