// `beian-check completion SHELL`: prints a script that completes the command line.
import type { Command } from 'commander'
import { bashScript } from '../completion/bash.ts'
import { fishScript } from '../completion/fish.ts'
import { modelOf, type Shell } from '../completion/model.ts'
import { zshScript } from '../completion/zsh.ts'
import type { Language } from '../report/language.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript }

/** The script of a shell for the whole program. */
export const completionScript = (shell: Shell, program: Command, language: Language): string =>
  scripts[shell](modelOf(program, language))
