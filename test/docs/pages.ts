// The project's pages for people, and the pieces of Markdown that tests look at.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../cli/run-cli.ts'

/** Every Markdown page of the project, by its path from the root. */
export const pages: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '*.md'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => path !== '')

export const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** A fenced block. */
export interface Block {
  readonly language: string
  /** The name of the file that the block is, as its fence says. */
  readonly file: string | undefined
  readonly text: string
}

export function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', file, text = '']) => ({ language, file, text }),
  )
}

/** A page without its fenced blocks. */
export const proseOf = (page: string): string => textOf(page).replace(/^```[\s\S]*?^```$/gm, '')

/** Headings with their marks, in order. */
export const headingsOf = (page: string): string[] => proseOf(page).match(/^#+ .*$/gm) ?? []

/** Targets of links, in order. */
export const linksOf = (page: string): string[] =>
  [...proseOf(page).matchAll(/(?<!!)\[(?:[^\]]|`[^`]*`)*\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

/** Targets of pictures. */
export const picturesOf = (page: string): string[] =>
  [...proseOf(page).matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
