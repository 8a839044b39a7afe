// A git repository of its own for a test, whatever the machine's own git is set to.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withFolder } from '../cli/run-cli.ts'

export interface Ended {
  readonly status: number | null
  /** Both outputs together. */
  readonly said: string
}

export class Repository {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv

  constructor(folder: string, env: NodeJS.ProcessEnv = {}) {
    this.folder = folder
    const person = { NAME: '林望舒', EMAIL: 'wangshu@example.com' }
    this.env = {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: person.NAME,
      GIT_AUTHOR_EMAIL: person.EMAIL,
      GIT_COMMITTER_NAME: person.NAME,
      GIT_COMMITTER_EMAIL: person.EMAIL,
      ...env,
    }
  }

  run(command: string, ...args: readonly string[]): Ended {
    const ended = spawnSync(command, args, { cwd: this.folder, env: this.env, encoding: 'utf8' })
    if (ended.error) throw ended.error
    return { status: ended.status, said: ended.stdout + ended.stderr }
  }

  /** Runs git and expects it to work. */
  git(...args: readonly string[]): string {
    const { status, said } = this.run('git', ...args)
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${said}`)
    return said
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const file = join(this.folder, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }

  /** Commits everything there is, without hooks. */
  commit(): void {
    this.git('add', '-A')
    this.git('commit', '-q', '--no-verify', '-m', 'Draft')
  }
}

/** Makes a repository with these files, not yet committed, and removes it afterwards. */
export function withRepository<T>(
  files: Readonly<Record<string, string>>,
  use: (repository: Repository) => Promise<T>,
): Promise<T> {
  return withFolder(files, async (folder) => {
    const repository = new Repository(folder)
    repository.git('init', '-q', '-b', 'main')
    return use(repository)
  })
}

/** Whether a program is there; CI has to have it. */
export function has(program: string): boolean {
  const found = spawnSync(program, ['--version']).status === 0
  if (!found && process.env.CI === 'true') throw new Error(`CI needs ${program}: see .ci/run`)
  if (!found) console.warn(`${program} is missing: its tests are skipped`)
  return found
}
