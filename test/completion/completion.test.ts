// Completion, asked of the shells themselves.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allRules } from '../../rules/all.ts'
import { commandNames } from '../../src/cli/command-names.ts'
import { wholeProgram } from '../../src/cli/program.ts'
import { freePlaceholders, modelOf, placeholderOf } from '../../src/completion/model.ts'
import { builtinIds } from '../../src/profile/builtin.ts'
import { has } from '../ci/repository.ts'
import { runCli, withFolder } from '../cli/run-cli.ts'
import { hasTmux, Screen } from '../cli/screen.ts'

async function script(shell: string, language = 'en'): Promise<string> {
  const { status, stdout, stderr } = await runCli(['completion', shell, '--lang', language])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

const output = { write: () => {}, isTTY: false, columns: undefined }
const program = () =>
  wholeProgram('en', {
    args: [],
    env: {},
    cwd: '/',
    stdout: output,
    stderr: output,
    stdin: async () => new Uint8Array(),
    now: () => 0,
  })

const files = { 'my draft.yaml': '', 'other.json': '', 'folder/x.yaml': '' }
const rules = allRules.map(({ id }) => id)
const rulesOf = (start: string): string[] => rules.filter((id) => id.startsWith(start))

/** What is typed, and the words that may stand next. */
const rows: readonly (readonly [typed: string, found: readonly string[]])[] = [
  ['ex', ['explain']],
  ['ls', ['lsp']],
  ['lsp --st', ['--stdio']],
  ['lsp --profile al', ['aliyun']],
  ['', [...commandNames, 'my draft.yaml', 'other.json', 'folder']],
  ['ot', ['other.json']],
  ['--form', ['--format']],
  ['-f js', ['json']],
  ['--format mark', ['markdown']],
  ['other.json --qui', ['--quiet']],
  ['--lang ', ['zh', 'en']],
  ['--lang z', ['zh']],
  ['-p a', ['aliyun']],
  ['--profile ', builtinIds()],
  ['--max-warnings 0 -p a', ['aliyun']],
  ['--baseline ot', ['other.json']],
  ['explain web', rulesOf('web')],
  ['explain --f', ['--format']],
  ['explain --format ', ['terminal', 'json']],
  ['--lang en explain --fo', ['--format']],
  ['rules ot', []],
  ['profiles ', ['show']],
  ['profiles show al', ['aliyun']],
  ['profiles show aliyun --province 山', ['山西', '山东']],
  ['schema ', ['draft', 'config', 'profile']],
  ['completion ', ['bash', 'zsh', 'fish']],
]

test('every value is a list, a file, or may be anything', () => {
  const model = modelOf(program(), 'en')
  expect(model.map(({ name }) => name)).toEqual(expect.arrayContaining(['', 'explain', 'profiles show']))
  const free = [program(), ...program().commands].flatMap(({ options }) =>
    options.filter((option) => freePlaceholders.includes(placeholderOf(option) ?? '')),
  )
  const freeNames = free.flatMap(({ long }) => long ?? [])
  for (const { name, options } of model) {
    for (const { names, values, what } of options) {
      expect(what, `${name} ${names}`).not.toBe('')
      if (values === undefined || names.some((each) => freeNames.includes(each))) continue
      expect(values.words.length > 0 || values.files, `${name} ${names}`).toBe(true)
    }
  }
})

describe.each(['zh', 'en'])('in %s', (language) => {
  test.each(['bash', 'zsh', 'fish'])('%s takes the script', async (shell) => {
    if (!has(shell)) return
    await withFolder({ script: await script(shell, language) }, async (cwd) => {
      const { status, stderr } = spawnSync(shell, ['-n', 'script'], { cwd, encoding: 'utf8' })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    })
  })
})

test('an unknown shell', async () => {
  const { status, stderr } = await runCli(['completion', 'bahs', '--lang', 'en'])
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/“bash”/) })
})

describe('bash', () => {
  /** What readline would offer; bash hands words over apart at equals signs. */
  async function offered(typed: string, breaks = ' ='): Promise<string[]> {
    const pattern = breaks.includes('=') ? /=|[^\s=]+/g : /\S+/g
    const words = ['beian-check', ...(typed.match(pattern) ?? []), ...(/(?:^| )$/.test(typed) ? [''] : [])]
    return withFolder({ ...files, script: await script('bash') }, async (cwd) => {
      const lines = [
        'source ./script; rm script',
        `COMP_WORDBREAKS='${breaks}'`,
        'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))',
        '_beian_check; for word in "$\u007bCOMPREPLY[@]}"; do echo "$word"; done',
      ]
      const { stdout, stderr } = spawnSync('bash', ['-c', lines.join('\n'), 'bash', ...words], {
        cwd,
        encoding: 'utf8',
      })
      expect(stderr).toBe('')
      return stdout.split('\n').filter((word) => word !== '')
    })
  }

  const own: typeof rows = [
    ['--lang=', ['zh', 'en']],
    ['--lang=z', ['zh']],
    ['--rule subject/real', ['subject/real-name=']],
    ['--rule=subject/real', ['subject/real-name=']],
    ['--rule subject/real-name=', ['error', 'warning', 'info', 'off']],
    ['--rule=subject/real-name=e', ['error']],
    ['--max-warnings ', []],
    ['--format json=ot', ['other.json']],
  ]
  test.each([...rows, ...own])('%j', async (typed, found) => {
    expect((await offered(typed)).sort()).toEqual([...found].sort())
  })

  test('where the equals sign takes nothing apart', async () => {
    expect(await offered('--lang=z', ' ')).toEqual(['--lang=zh'])
    expect(await offered('--rule subject/real-name=e', ' ')).toEqual(['subject/real-name=error'])
  })
})

describe.skipIf(!has('fish'))('fish', () => {
  const own: typeof rows = [
    ['--lang=z', ['--lang=zh']],
    ['--rule subject/real-name=e', ['subject/real-name=error']],
  ]
  test.each([...rows, ...own])('%j', async (typed, found) =>
    withFolder({ ...files, script: await script('fish') }, async (cwd) => {
      const line = 'source script; rm script; complete -C "beian-check $TYPED"'
      const { stdout, stderr } = spawnSync('sh', ['-c', 'exec fish --no-config -c "$0"', line], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, HOME: cwd, LC_ALL: 'C.UTF-8', TYPED: typed },
      })
      expect(stderr).toBe('')
      const words = stdout.split('\n').flatMap((each) => each.split('\t')[0] || [])
      expect(words.map((word) => word.replace(/\/$/, '')).sort()).toEqual([...found].sort())
    }),
  )
})

describe.skipIf(!has('zsh') || !hasTmux)('zsh', () => {
  test(
    'completes as one types',
    () =>
      withFolder(files, async (cwd) => {
        const screen = new Screen(cwd)
        writeFileSync(join(cwd, '.script'), await script('zsh', 'zh'))
        const setUp =
          "PS1='> '; autoload -U compinit; compinit -u -d .dump; source ./.script; clear; echo READY"
        screen.start(`cd ${cwd} && exec zsh -f`)
        try {
          await screen.see(/[%#]/)
          screen.type(setUp, 'Enter')
          await screen.see(/READY\n>/)
          const completes = async (typed: string, line: string): Promise<void> => {
            screen.type('C-u', `beian-check ${typed}`, 'Tab')
            await screen.see(`> beian-check ${line}`.trimEnd())
          }
          await completes('exp', 'explain ')
          await completes('explain subject/real', 'explain subject/real-name')
          await completes('--rule subject/real', '--rule subject/real-name=')
          await completes('--rule=subject/real-name=er', '--rule=subject/real-name=error')
          await completes('profiles sh', 'profiles show ')
          await completes('-p ali', '-p aliyun ')
          await completes('my', 'my\\ draft.yaml')
          screen.type('C-u', 'beian-check --lang=', 'Tab')
          await screen.see(/^en +zh|^zh +en/m)
          screen.type('C-u', 'beian-check --fix', 'Tab', 'Tab')
          await screen.see('只显示会怎样修正')
        } finally {
          screen.end()
        }
      }),
    60_000,
  )
})
