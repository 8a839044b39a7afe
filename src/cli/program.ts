// Commands and options of the command line. Loaded only when there are options or a command to read.
import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import type { Registry } from '../engine/registry.ts'
import type { Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import { type CommandName, commandNames, isCommand } from './command-names.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'

type Say = (zh: string, en: string) => string
type Options = Record<string, unknown>

/** What a command is given: where to put its options and its action, and how its end is told. */
interface Setting {
  readonly command: Command
  readonly t: Say
  readonly language: Language
  readonly io: Io
  readonly ends: (status: ExitCode) => void
}

const collect = (value: string, before: readonly string[] | boolean = []): string[] =>
  typeof before === 'boolean' ? [value] : [...before, value]
const formatOption = (t: Say): [string, string] => [
  '-f, --format <terminal|json>',
  t('输出格式', 'output format'),
]
const languageOption = (t: Say): [string, string] => [
  '--lang <zh|en>',
  t('输出语言', 'language of the output'),
]

/** The rules and profiles that the config of the current folder knows. */
const known = async (io: Io): Promise<Registry> =>
  (await (await import('./config.ts')).configFor(io.cwd, io.cwd)).registry

/** Commands beside the main job, by name. Only the one that is asked for is set up: each costs time at every start. */
const commands: Readonly<Record<CommandName, (setting: Setting) => void>> = {
  init: ({ command, t, language, io, ends }) => {
    command
      .description(t('一问一答，写出一份草稿', 'ask for a filing and write the draft'))
      .argument('[file]', t('草稿文件，默认 draft.yaml', 'the draft, draft.yaml by default'))
      .option('-p, --profile <profile>', t('按哪家接入商的要求', 'the host whose rules apply'))
      .option(
        '--schema',
        t('在草稿旁边放一份 JSON Schema，供编辑器补全', 'put the JSON Schema beside the draft, for editors'),
      )
      .option('--no-schema', t('不引用 JSON Schema', 'no line for editors'))
      .option(...languageOption(t))
      .action(async (file: string | undefined, { profile: named, schema }: Options) => {
        const { init } = await import('./init.ts')
        const options = {
          ...(typeof named === 'string' && { profile: named }),
          ...(typeof schema === 'boolean' && { schema }),
        }
        ends(await init(file, options, language, io))
      })
  },

  explain: ({ command, t, language, io, ends }) =>
    command
      .description(t('说明一条规则：为什么、怎么写、出处', 'explain a rule: why, what to write, source'))
      .argument('<rule>', t('规则名，例如 subject/real-name', 'a rule, such as subject/real-name'))
      .option(...languageOption(t))
      .option(...formatOption(t))
      .action(async (id: string, options: Options) => {
        ends(await (await import('./explain.ts')).explain(id, options, language, await known(io), io))
      }),

  rules: ({ command, t, language, io, ends }) =>
    command
      .description(t('列出全部规则', 'list all rules'))
      .option(...languageOption(t))
      .option('-p, --profile <profile>', t('按某个档案显示级别', 'show the levels of a profile'))
      .option(...formatOption(t))
      .action(async (options: Options) => {
        ends((await import('./list-rules.ts')).listRules(options, language, await known(io), io))
      }),

  profiles: ({ command, t, language, io, ends }) => {
    command
      .description(t('列出接入商档案', 'list the profiles of hosts'))
      .option(...languageOption(t))
      .option(...formatOption(t))
      .action(async (options: Options) => {
        ends((await import('./list-profiles.ts')).listProfiles(options, language, await known(io), io))
      })
    command
      .command('show')
      .description(t('显示一个档案的全部要求和出处', 'show what a profile asks, and who says so'))
      .argument('<profile>', t('档案名，例如 today', 'a profile, such as today'))
      .option('--province <province>', t('叠加这个省的要求', 'with what this province asks'))
      .option(...languageOption(t))
      .option(...formatOption(t))
      .action(async (name: string, _options: Options, own: Command) => {
        ends(
          (await import('./show-profile.ts')).showProfile(
            name,
            own.optsWithGlobals(),
            language,
            await known(io),
            io,
          ),
        )
      })
  },

  checklist: ({ command, t, io, ends }) => {
    command
      .description(t('列出提交前要自己核对和准备的', 'list what to see to and to prepare before submitting'))
      .argument('[paths...]', t('草稿文件', 'drafts'))
    addSessionOptions(command, t)
      .option(...formatOption(t))
      .action(async (paths: string[], _options: Options, own: Command) => {
        const options: Options = own.optsWithGlobals()
        if (namesNothing(paths, options)) throw noPaths('checklist ')
        ends(await (await import('./checklist.ts')).checklist(paths, options, io))
      })
  },

  faq: ({ command, t, language, io, ends }) =>
    command
      .description(
        t('备案典型问题：当年怎么答，现在怎么办', 'common questions: the guide’s answer, and today’s'),
      )
      .argument('[words...]', t('编号、名称或自己的话', 'a number, a name or words of your own'))
      .option(...languageOption(t))
      .option(...formatOption(t))
      .action(async (words: string[], options: Options) => {
        ends((await import('./faq.ts')).answer(words, options, language, io))
      }),

  next: ({ command, t, io, ends }) => {
    command
      .description(
        t('说明现在该做什么；被拒绝时说明理由的意思', 'say what to do now, and what a refusal means'),
      )
      .argument('[paths...]', t('草稿文件；不写则按档案说明', 'drafts; without one the way in general'))
    addSessionOptions(command, t)
      .option(
        '--status <status>',
        t('当前状态：未提交、已提交、被拒绝、已通过', 'draft, submitted, rejected, approved'),
      )
      .option('--mode <mode>', t('报备方式：自行备案、代为备案', 'who submits: self, agent'))
      .option(
        '--reason <words>',
        t('拒绝理由的原文（可重复）', 'the words of a refusal (may be repeated)'),
        collect,
      )
      .option(
        '--code <number>',
        t('退回代码，例如 1041（可重复）', 'a return code, such as 1041 (may be repeated)'),
        collect,
      )
      .option(
        '--show-values',
        t('显示完整的证件号、电话、邮箱（默认遮盖）', 'show identity numbers, phones and mail in full'),
      )
      .option(...formatOption(t))
      .action(async (paths: string[], _options: Options, own: Command) => {
        ends(await (await import('./next.ts')).next(paths, own.optsWithGlobals(), io))
      })
  },

  site: ({ command, t, io, ends }) => {
    command
      .description(
        t(
          '通过之后，检查首页有没有照规定挂备案号',
          'check how a home page shows its filing number after approval',
        ),
      )
      .argument(
        '<pages...>',
        t(
          '网址、文件夹、网页文件，或 - 表示标准输入',
          'web addresses, folders, HTML files, or - for standard input',
        ),
      )
      .option(
        '--draft <file>',
        t('与这份草稿核对号码、名称和域名', 'compare number, name and domains with this draft'),
      )
      .option('-p, --profile <profile>', t('按哪家接入商的要求检查', 'the host whose rules apply'))
      .option('--province <province>', t('主体所在的省', 'the province of the subject'))
      .option('-c, --config <file>', t('使用指定的配置文件', 'use this config file'))
      .option('--no-config', t('不使用任何配置文件', 'use no config file'))
      .option(
        '--rule <id=level>',
        t('调整一条规则的级别（可重复）', 'set the level of a rule (may be repeated)'),
        collect,
      )
      .option(
        '--opened <date>',
        t(
          '网站开通的日期，据此计算公安备案的期限',
          'the day the website opened, for the terms of the public security',
        ),
      )
      .option(
        '--fix',
        t(
          '把页脚写进本地的网页文件，号码和链接改正',
          'put the footer into a local file, mend number and link',
        ),
      )
      .option(
        '--fix-all',
        t('连要你确认的修正也做（即 --fix=all）', 'make suggested fixes too (also --fix=all)'),
      )
      .option(
        '--fix-dry-run',
        t('只显示会怎样修正，不改文件', 'show what --fix would change, and change nothing'),
      )
      .option(
        '--max-warnings <n>',
        t('警告超过 n 个时退出状态为 1', 'exit with 1 when there are more warnings'),
      )
      .option(
        '--show-values',
        t('显示完整的证件号、电话、邮箱（默认遮盖）', 'show identity numbers, phones and mail in full'),
      )
      .option('--allow-private', t('也访问内网和本机的网址', 'ask private and local addresses too'))
      .option('--timeout <seconds>', t('最多等几秒，默认 15', 'seconds to wait, 15 by default'))
      .option('--max-size <size>', t('不读取更大的网页，默认 2M', 'read no larger page, 2M by default'))
      .option(...languageOption(t))
      .option(...formatOption(t))
      .action(async (pages: string[], _options: Options, own: Command) => {
        ends(await (await import('./site.ts')).site(pages, own.optsWithGlobals(), io))
      })
  },

  schema: ({ command, t, io, ends }) => {
    command
      .description(t('输出 JSON Schema，供编辑器补全和提示', 'print the JSON Schema for editors'))
      .argument('[schema]', t('draft（默认）、config 或 profile', 'draft (default), config or profile'))
      .option(...languageOption(t))
      .action(async (what: string | undefined) => {
        const { requireOneOf } = await import('./choose.ts')
        const { printSchema, schemaNames } = await import('./schema.ts')
        ends(printSchema(requireOneOf({ zh: '结构说明', en: 'schema' }, what ?? 'draft', schemaNames), io))
      })
  },

  lsp: ({ command, t, io, ends }) => {
    command
      .description(t('语言服务器，由编辑器启动', 'a language server, started by an editor'))
      .option(
        '--stdio',
        t('通过标准输入输出通信（总是如此）', 'speak over standard input and output (always)'),
      )
    addSettingOptions(command, t).action(async (options: Options) => {
      ends(await (await import('./lsp.ts')).serve(options, io))
    })
  },

  merge: ({ command, t, io, ends }) => {
    command
      .description(
        t('把各份（--shard）的结果合并成一份报告', 'put the reports of all parts (--shard) together as one'),
      )
      .argument('<reports...>', t('各份写出的结果文件', 'the files that the parts wrote'))
      .option('-c, --config <file>', t('使用指定的配置文件', 'use this config file'))
      .option('--no-config', t('不使用任何配置文件', 'use no config file'))
      .option(...languageOption(t))
    addReportOptions(command, t).action(async (paths: string[], _options: Options, own: Command) => {
      ends(await (await import('./merge.ts')).merge(paths, own.optsWithGlobals(), io))
    })
  },

  completion: ({ command, t, language, io, ends }) => {
    command
      .description(
        t('输出 bash、zsh 或 fish 的补全脚本', 'print a script that completes commands, for your shell'),
      )
      .argument('<shell>', t('bash、zsh 或 fish', 'bash, zsh or fish'))
      .option(...languageOption(t))
      .action(async (word: string) => {
        const { requireOneOf } = await import('./choose.ts')
        const { completionScript } = await import('./completion.ts')
        const { shells } = await import('../completion/model.ts')
        const shell = requireOneOf({ zh: ' shell ', en: 'shell' }, word, shells)
        io.stdout.write(completionScript(shell, wholeProgram(language, io), language))
        ends(EXIT.clean)
      })
  },
}

/** Options that say by which rules drafts are checked. */
function addSettingOptions(command: Command, t: Say): Command {
  return command
    .option('-p, --profile <profile>', t('按哪家接入商的要求检查', 'the host whose rules apply'))
    .option('-c, --config <file>', t('使用指定的配置文件', 'use this config file'))
    .option('--no-config', t('不使用任何配置文件', 'use no config file'))
    .option(
      '--rule <id=level>',
      t('调整一条规则的级别（可重复）', 'set the level of a rule (may be repeated)'),
      collect,
    )
    .option(...languageOption(t))
    .option(
      '--ip-data <file>',
      t('使用较新的 ip2region .xdb 文件（可重复）', 'use a newer ip2region .xdb file (may be repeated)'),
      collect,
    )
}

/** Options that say what is checked and how. */
function addSessionOptions(command: Command, t: Say): Command {
  return addSettingOptions(command, t)
    .option(
      '--ignore <glob>',
      t(
        '不检查匹配的文件，写法同 .gitignore（可重复）',
        'leave out what matches, as in .gitignore (may be repeated)',
      ),
      collect,
    )
    .option('--no-ignore', t('忽略文件里的也检查', 'check what is ignored as well'))
    .option('--gitignore', t('也不检查 .gitignore 忽略的', 'leave out what .gitignore ignores'))
    .option(
      '--files-from <file>',
      t(
        '文件清单，一行一个或以 NUL 分隔；- 为标准输入',
        'list of paths, by lines or NUL; - for standard input',
      ),
    )
    .option(
      '--changed [revision]',
      t(
        '只检查 git 里改动过的；写了版本时，从与它分叉的地方算起',
        'only what git says has changed; with a revision, since the branch left it',
      ),
    )
    .option('--stdin-filename <file>', t('标准输入代表的文件', 'the file that standard input stands for'))
    .option(
      '--max-size <size>',
      t(
        '超过这个大小的文件不读取，默认 10M（一行一份的除外）',
        'skip files larger than this, 10M by default (except those of a draft a line)',
      ),
    )
    .option('--allow-empty', t('没有匹配的文件时也算通过', 'no file to check is fine'))
}

/** `--fix=all` reads well, but an option with a value of its own choice would swallow a file's name behind it. */
const fixWord = (word: string): string =>
  word === '--fix=all' ? '--fix-all' : word === '--fix=safe' ? '--fix' : word

/** The words of the command line as commander takes them. */
async function wordsOf({ args, cwd }: Io): Promise<string[]> {
  const words = args.map(fixWord)
  return words.includes('--changed') ? (await import('../inputs/changed.ts')).changedWords(words, cwd) : words
}

/** Options whose value stands behind them as a word of its own: that word is no command. */
const takesValue = (word: string): boolean =>
  /^(?:--(?:lang|profile|config|rule|format|max-warnings|ip-data|baseline|write-baseline|ignore|files-from|stdin-filename|jobs|max-size|cache-location|shard|shard-report|draft|province|opened|timeout|status|mode|reason|code)|-[pcfj])$/.test(
    word,
  )

/** Reads the words of the command line and runs what they ask for. Throws a UsageError when they are wrong. */
export async function runProgram(io: Io, language: Language): Promise<ExitCode> {
  let status: ExitCode = EXIT.clean
  const ends = (end: ExitCode): void => {
    status = end
  }
  const first = io.args.find((word, i) => !word.startsWith('-') && !takesValue(io.args[i - 1] ?? '')) ?? ''
  const command = isCommand(first) ? first : undefined
  const asksHelp = io.args.some((word) => word === '-h' || word === '--help')
  const style = asksHelp ? (await import('./help.ts')).styleHelp : undefined
  const program =
    asksHelp && command === undefined
      ? wholeProgram(language, io, style, ends)
      : programWith(command, { language, io, ends }, style)
  try {
    await program.parseAsync(await wordsOf(io), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // Help and version end this way too.
    if (error.exitCode !== 0) throw new UsageError(usageTexts(error))
  }
  return status
}

/** How the help of a command is made to look. */
type Style = (command: Command, name: string, language: Language, columns: number | undefined) => void

/** The program with everything in it, for help, completion and the manual page. */
export function wholeProgram(
  language: Language,
  io: Io,
  style?: Style,
  ends: Setting['ends'] = () => {},
): Command {
  const setting = { language, io, ends }
  const program = programWith(undefined, setting, style)
  for (const name of commandNames) addCommand(name, program, setting, style)
  return program
}

/** The program with one of its commands, or else with the main job. */
function programWith(
  name: CommandName | undefined,
  setting: Pick<Setting, 'language' | 'io' | 'ends'>,
  style?: Style,
): Command {
  const { language, io } = setting
  const t = sayIn(language)
  const program = new Command('beian-check')
    .helpOption('-h, --help', t('显示帮助', 'print this help'))
    .version(version, '-V, --version', t('显示版本', 'print the version'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text: string) => io.stdout.write(text),
      writeErr: (text: string) => io.stderr.write(text.split('\n').map(oneLine).join('\n')),
      // What is wrong with the usage is said once, in the language of the user, where the error is caught.
      outputError: () => {},
    })
  style?.(program, name === undefined ? '' : 'beian-check', language, io.stdout.columns)
  if (name === undefined) addMainJob(program, t, language, io, setting.ends)
  else {
    program.option(...languageOption(t))
    addCommand(name, program, setting, style)
  }
  return program
}

function addCommand(
  name: CommandName,
  program: Command,
  setting: Pick<Setting, 'language' | 'io' | 'ends'>,
  style?: Style,
): void {
  const command = program.command(name)
  commands[name]({ ...setting, command, t: sayIn(setting.language) })
  style?.(command, name, setting.language, setting.io.stdout.columns)
}

const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    language === 'zh' ? zh : en

/** Options that say how and where to report, and what passes. */
function addReportOptions(command: Command, t: Say): Command {
  return command
    .option(
      '-f, --format <name[=file]>',
      t(
        '输出格式，见下（可重复；名称=文件 则写入文件）',
        'output format, see below (may be repeated; NAME=FILE writes a file)',
      ),
      collect,
    )
    .option('--baseline <file>', t('不计基线里已有的问题', 'findings of this baseline do not count'))
    .option('--write-baseline <file>', t('把现有问题记为基线', 'write what is found as the baseline'))
    .option('-q, --quiet', t('只显示错误', 'show errors only'))
    .option(
      '--max-warnings <n>',
      t('警告超过 n 个时退出状态为 1', 'exit with 1 when there are more warnings'),
    )
}

function addMainJob(program: Command, t: Say, language: Language, io: Io, ends: Setting['ends']): void {
  program
    .description(
      t(
        '提交网站备案之前，先检查草稿：每个问题在哪里、为什么、怎么写。',
        'Checks a draft of an ICP filing before it is submitted: where each problem is, why, and what to write.',
      ),
    )
    .argument(
      '[paths...]',
      t('草稿文件、文件夹、通配符，或 - 表示标准输入', 'drafts, folders, globs, or - for standard input'),
    )
  addReportOptions(addSessionOptions(program, t), t)
    .option('--watch', t('每次保存草稿后重新检查', 'check again whenever a draft is saved'))
    .option('-i, --interactive', t('逐条处理发现的问题', 'go through the findings one by one'))
    .option(
      '--fix',
      t('修正不改变含义的问题（空格、全角、大小写等）', 'make the fixes that keep the meaning'),
    )
    .option(
      '--fix-all',
      t('连要你确认的修正也做（即 --fix=all）', 'make suggested fixes too (also --fix=all)'),
    )
    .option(
      '--fix-dry-run',
      t('只显示会怎样修正，不改文件', 'show what --fix would change, and change nothing'),
    )
    .option(
      '--cache',
      t('记下结果，下次不再检查没有改动的文件', 'keep results, and do not check unchanged files again'),
    )
    .option(
      '--cache-location <file>',
      t('结果记在哪个文件，默认 .beian-check-cache', 'where results are kept, .beian-check-cache by default'),
    )
    .option('-j, --jobs <n>', t('同时用几个线程', 'threads to work in'))
    .option(
      '--shard <i/n>',
      t('只检查 n 份里的第 i 份，结果由 merge 合并', 'check part i of n; merge puts the parts together'),
    )
    .option(
      '--shard-report <file>',
      t(
        '本份结果写到哪个文件，默认 beian-check-i-of-n.shard',
        "where the part's report goes, beian-check-i-of-n.shard by default",
      ),
    )
    .option(
      '--show-values',
      t('显示完整的证件号、电话、邮箱（默认遮盖）', 'show identity numbers, phones and mail in full'),
    )
    .action(async (paths: string[], options: Options) => {
      checkLanguage(options.lang)
      if (namesNothing(paths, options)) throw noPaths()
      if (options.watch === true) ends(await (await import('./watch.ts')).watch(paths, options, language, io))
      else ends(await (await import('./check.ts')).check(paths, options, io))
    })
}

/** What commander says of wrong usage, in both languages. */
function usageTexts({ code, message }: CommanderError): { zh: string; en: string } {
  const plain = message.replace(/^error: /, '').replaceAll('\n', ' ')
  return usageWords(code, message) ?? { zh: plain, en: plain }
}

function usageWords(code: string, message: string): { zh: string; en: string } | undefined {
  const word = /'([^']*)'/.exec(message)?.[1] ?? ''
  const near = /Did you mean ([^?]*)\?/.exec(message)?.[1]
  const maybe =
    near === undefined ? { zh: '', en: '' } : { zh: `，是不是 ${near}？`, en: `; is ${near} meant?` }
  switch (code) {
    case 'commander.unknownOption':
      return {
        zh: `没有选项 ${word}${maybe.zh}（beian-check --help 查看全部）`,
        en: `There is no option ${word}${maybe.en} (beian-check --help lists them)`,
      }
    case 'commander.optionMissingArgument':
      return { zh: `选项 ${word} 后面少一个值`, en: `A value is missing behind the option ${word}` }
    case 'commander.missingArgument':
      return { zh: `少一个参数：${word}`, en: `An argument is missing: ${word}` }
    case 'commander.excessArguments':
      return {
        zh: '参数太多（beian-check --help 查看用法）',
        en: 'There are too many arguments (see beian-check --help)',
      }
    case 'commander.unknownCommand':
      return { zh: `没有命令 ${word}${maybe.zh}`, en: `There is no command ${word}${maybe.en}` }
    default:
      return undefined
  }
}

function checkLanguage(value: unknown): void {
  if (value === undefined || value === 'zh' || value === 'en') return
  throw new UsageError({
    zh: `--lang 只能是 zh 或 en，收到“${String(value)}”`,
    en: `--lang is zh or en, not “${String(value)}”`,
  })
}

const namesNothing = (paths: readonly string[], options: Options): boolean =>
  paths.length === 0 && ['filesFrom', 'stdinFilename', 'changed'].every((name) => options[name] === undefined)

/** @param command with a space behind it */
function noPaths(command = ''): UsageError {
  return new UsageError({
    zh: `请写出要检查的草稿，例如：beian-check ${command}draft.yaml（beian-check --help 查看全部用法）`,
    en: `Name the draft to check, such as: beian-check ${command}draft.yaml (beian-check --help shows everything)`,
  })
}
