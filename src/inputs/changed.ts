// `--changed`: what git says has changed. Git is run without a shell, with paths ended by NUL, and takes no lock.
import type { ExecFileException } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Io, UsageError } from '../cli/io.ts'

/**
 * Reads the words of the command line: the word behind `--changed` is a revision, unless there is a file of that name
 * or it looks like a glob. `--changed=REVISION` is always one.
 */
export function changedWords(words: readonly string[], cwd: string): string[] {
  const end = words.indexOf('--')
  return words.map((word, i) => {
    if (word !== '--changed' || (end >= 0 && i > end)) return word
    const next = words[i + 1]
    const isPath = next === undefined || /^-|[*?[]|(?<!@)\{/.test(next) || existsSync(resolve(cwd, next))
    return isPath ? '--changed=' : word
  })
}

/**
 * The files that differ from a revision: staged, unstaged, renamed, and untracked ones that git does not ignore.
 * @param revision compared with from where the current branch left it; the last commit unless given
 * @returns absolute paths without links. Throws a UsageError where git cannot tell.
 */
export async function changedFiles(revision: string, io: Io): Promise<ReadonlySet<string>> {
  const top = withoutLineEnd(await repositoryOf(io))
  const git = (...args: string[]) => run(args, top, io)
  const base = await baseOf(revision, git)
  const diff = ['diff', '--name-only', '-z', '--no-ext-diff', '--no-relative', '--diff-filter=d']
  const lists =
    base === undefined
      ? [git('ls-files', '-z', '--full-name')]
      : [git(...diff, base, '--'), git(...diff, '--cached', base, '--')]
  lists.push(git('ls-files', '-z', '--full-name', '--others', '--exclude-standard'))
  const names = (await Promise.all(lists)).flatMap((list) => list.split('\0'))
  return new Set(names.filter((name) => name !== '').map((name) => join(top, name)))
}

type Git = (...args: string[]) => Promise<string>

const withoutLineEnd = (text: string): string => text.replace(/\r?\n$/, '')

/** The commit to compare with; undefined in a repository that has none yet. */
async function baseOf(revision: string, git: Git): Promise<string | undefined> {
  if (revision === '') return commitOf('HEAD', git)
  const commit = await commitOf(revision, git)
  if (commit === undefined)
    throw new UsageError({
      zh: `--changed：没有提交或分支“${revision}”；CI 里先把它取下来（例如 fetch-depth: 0）`,
      en: `--changed: there is no commit or branch “${revision}”; in CI, fetch it first (such as fetch-depth: 0)`,
    })
  const base = await git('merge-base', commit, 'HEAD').catch(() => undefined)
  if (base === undefined)
    throw new UsageError({
      zh: `--changed：当前分支和“${revision}”没有共同的提交；CI 里要取完整的历史（例如 fetch-depth: 0）`,
      en: `--changed: this branch and “${revision}” have no commit in common; in CI, fetch the whole history (such as fetch-depth: 0)`,
    })
  return withoutLineEnd(base)
}

async function commitOf(revision: string, git: Git): Promise<string | undefined> {
  const found = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
  return found.then(withoutLineEnd, () => undefined)
}

async function repositoryOf(io: Io): Promise<string> {
  try {
    return await run(['rev-parse', '--show-toplevel'], io.cwd, io)
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    if (error.isMissing)
      throw new UsageError({
        zh: '--changed 要用 git，但找不到 git 命令',
        en: '--changed needs git, and there is no git command here',
      })
    const isOutside = error.says.includes('not a git repository')
    throw new UsageError({
      zh: `--changed：${isOutside ? '这里不在 git 仓库里，无从知道改了什么' : `git 不能用：${error.says}`}`,
      en: `--changed: ${isOutside ? 'this is no git repository, so nobody knows what changed' : `git says: ${error.says}`}`,
    })
  }
}

/** Git ended with an error. */
class GitError extends Error {
  /** There is no git command. */
  readonly isMissing: boolean
  /** What git said. */
  readonly says: string

  constructor(cause: ExecFileException, stderr: string) {
    super('git failed', { cause })
    this.name = 'GitError'
    this.isMissing = cause.code === 'ENOENT'
    this.says = stderr.trim().replace(/^fatal: /, '')
  }
}

/** Room for the names of millions of files. */
const MOST_OUTPUT = 1 << 30

/** Runs git and gives what it prints. What a repository's own settings would start is left alone. */
async function run(args: readonly string[], cwd: string, { env }: Io): Promise<string> {
  const { execFile } = await import('node:child_process')
  const all = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args]
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...env, LC_ALL: 'C' }, maxBuffer: MOST_OUTPUT, windowsHide: true }
    execFile('git', all, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new GitError(error, stderr))
    })
  })
}
