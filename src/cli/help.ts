// What `--help` looks like: in the user's language, options in groups, Chinese characters two columns wide, examples.
import type { Command, Option } from 'commander'
import type { Bilingual } from '../draft/field.ts'
import { reporterNames, reporters } from '../report/index.ts'
import type { Language } from '../report/language.ts'
import { wrap } from '../report/layout.ts'
import { widthOf } from '../report/width.ts'

/** The groups in their order, with the options in them by their long names. */
const groups: readonly (Bilingual & { readonly options: readonly string[] })[] = [
  {
    zh: '检查什么：',
    en: 'What to check:',
    options: [
      '--ignore',
      '--no-ignore',
      '--gitignore',
      '--changed',
      '--files-from',
      '--stdin-filename',
      '--allow-empty',
      '--max-size',
      '--watch',
      '--allow-private',
      '--timeout',
    ],
  },
  {
    zh: '按什么检查：',
    en: 'By which rules:',
    options: [
      '--profile',
      '--rule',
      '--config',
      '--no-config',
      '--ip-data',
      '--province',
      '--draft',
      '--opened',
    ],
  },
  {
    zh: '修改草稿：',
    en: 'Changing drafts:',
    options: ['--interactive', '--fix', '--fix-all', '--fix-dry-run'],
  },
  {
    zh: '输出：',
    en: 'Output:',
    options: ['--format', '--quiet', '--show-values', '--lang'],
  },
  {
    zh: '通过还是不通过：',
    en: 'What passes:',
    options: ['--max-warnings', '--baseline', '--write-baseline'],
  },
  {
    zh: '草稿很多时：',
    en: 'Many drafts:',
    options: ['--cache', '--cache-location', '--jobs', '--shard', '--shard-report'],
  },
  {
    zh: '备案到哪一步：',
    en: 'Where the filing stands:',
    options: ['--status', '--mode', '--reason', '--code'],
  },
]
const others: Bilingual = { zh: '其他：', en: 'Other:' }

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** Examples by command, the main job's by an empty name: what is typed, and what it does. */
const examples: Readonly<Record<string, readonly (readonly [line: string, what: Bilingual])[]>> = {
  '': [
    ['beian-check init', { zh: '一问一答，写出一份草稿', en: 'be asked, and have a draft' }],
    ['beian-check draft.yaml', { zh: '检查一份草稿', en: 'check one draft' }],
    ['beian-check -i draft.yaml', { zh: '逐条处理发现的问题', en: 'go through what it found' }],
    [
      'beian-check --profile aliyun drafts/',
      {
        zh: '按阿里云的要求检查整个文件夹，互相冲突的也能发现',
        en: 'a folder, by the rules of a host; clashes between drafts too',
      },
    ],
    [
      'beian-check --fix draft.yaml',
      { zh: '修正不改变含义的问题', en: 'make the fixes that keep the meaning' },
    ],
    [
      'beian-check --format json - < draft.yaml',
      { zh: '从标准输入读，输出 JSON', en: 'standard input, for a program' },
    ],
    ['beian-check explain subject/real-name', { zh: '一条规则的说明', en: 'what a rule asks, and why' }],
  ],
  init: [
    ['beian-check init', { zh: '写成 draft.yaml', en: 'writes draft.yaml' }],
    ['beian-check init -p aliyun site.yaml', { zh: '按阿里云的要求', en: 'for a host' }],
  ],
  explain: [
    [
      'beian-check explain real-name',
      { zh: '斜杠后面的部分就够了', en: 'the part behind the slash is enough' },
    ],
  ],
  rules: [['beian-check rules -p today', { zh: '按现行要求显示级别', en: 'levels as of today' }]],
  profiles: [
    [
      'beian-check profiles show aliyun --province 山东',
      { zh: '这家接入商加上这个省的要求', en: 'what a host asks, with what a province asks' },
    ],
  ],
  checklist: [
    ['beian-check checklist draft.yaml', { zh: '提交前照着核对', en: 'to go through before submitting' }],
  ],
  faq: [['beian-check faq 换空间', { zh: '用自己的话查', en: 'by words of your own' }]],
  next: [
    [
      'beian-check next draft.yaml --code 1041',
      {
        zh: '被退回了：这个代码指哪一栏，谁来改',
        en: 'refused: which field a return code means, and who acts',
      },
    ],
  ],
  site: [
    [
      'beian-check site https://www.shanjian-notes.cn/ --draft draft.yaml',
      { zh: '与草稿核对网站首页', en: 'the home page against the draft' },
    ],
    [
      'beian-check site wwwroot/ --draft draft.yaml --fix',
      { zh: '把页脚写进本地的首页', en: 'puts the footer into a local home page' },
    ],
  ],
  merge: [
    [
      'beian-check merge part-*.shard --format sarif=out.sarif',
      { zh: '合并各份，写成 SARIF', en: 'puts the parts together, as SARIF' },
    ],
  ],
  completion: [
    ['source <(beian-check completion bash)', { zh: 'bash，写进 ~/.bashrc', en: 'bash, in ~/.bashrc' }],
    [
      'source <(beian-check completion zsh)',
      { zh: 'zsh，写进 ~/.zshrc，在 compinit 之后', en: 'zsh, in ~/.zshrc behind compinit' },
    ],
    ['beian-check completion fish > ~/.config/fish/completions/beian-check.fish', { zh: 'fish', en: 'fish' }],
  ],
}

/** Columns of help where it does not go to a terminal. */
const PLAIN_WIDTH = 80
/** Longer lines are hard to read. */
const MOST_WIDTH = 100
/** Fewer options need no groups. */
const FEW = 8

/** The heading over an option; undefined for what belongs to no group. */
function headingOf({ long }: Option, language: Language): string | undefined {
  return groups.find(({ options }) => options.includes(long ?? ''))?.[language]
}

/** Options by group, in the order of the groups; what is in none comes last. */
function grouped<T extends Command | Option>(items: readonly T[], language: Language): Map<string, T[]> {
  const found = new Map<string, T[]>(groups.map((group) => [group[language], []]))
  for (const item of items) {
    const heading = ('flags' in item ? headingOf(item, language) : undefined) ?? others[language]
    found.set(heading, [...(found.get(heading) ?? []), item])
  }
  return found
}

/**
 * Sets how the help of a command is written, and adds its examples.
 * @param name of the command; empty for the main job
 * @param columns of the terminal, where it is one
 */
export function styleHelp(
  command: Command,
  name: string,
  language: Language,
  columns: number | undefined,
): void {
  const width = Math.min(MOST_WIDTH, columns ?? PLAIN_WIDTH)
  command.configureHelp({
    helpWidth: width,
    displayWidth: widthOf,
    boxWrap: (text, room) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, room))
        .join('\n'),
    styleTitle: (title) => (language === 'zh' ? (titles[title] ?? title) : title),
    groupItems: (_all, shown, titleOf) => {
      const [first] = shown
      if (first === undefined) return new Map()
      const isGrouped = 'flags' in first && shown.length > FEW
      return isGrouped ? grouped(shown, language) : new Map([[titleOf(first), shown]])
    },
  })
  if (name === '' || name === 'merge') command.addHelpText('after', formatText(language))
  const examples = examplesOf(name, language)
  if (examples.length > 0) command.addHelpText('after', exampleText(examples, language, width))
}

/** The options of a command as help shows them, by group. */
export function groupedOptions(command: Command, language: Language): ReadonlyMap<string, readonly Option[]> {
  return grouped(command.createHelp().visibleOptions(command), language)
}

/** The examples of a command, by its name; those of the main job by an empty one. */
export function examplesOf(
  name: string,
  language: Language,
): readonly (readonly [line: string, what: string])[] {
  return (examples[name] ?? []).map(([line, what]) => [line, what[language]])
}

/** Examples as help shows them, with what each does below it. */
function exampleText(
  examples: readonly (readonly [line: string, what: string])[],
  language: Language,
  width: number,
): string {
  const rows = examples.flatMap(([line, what]) => [
    `  ${line}`,
    ...wrap(what, width - 6).map((piece) => `      ${piece}`),
  ])
  return `\n${language === 'zh' ? '例子：' : 'Examples:'}\n${rows.join('\n')}`
}

/** The formats with what they are. */
function formatText(language: Language): string {
  const rows = reporterNames.map((name) => `  ${name.padEnd(12)}${reporters[name][language]}`)
  return `\n${language === 'zh' ? '输出格式：' : 'Formats:'}\n${rows.join('\n')}`
}
