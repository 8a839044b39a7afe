// The program as help shows it, without running anything.
import type { Command } from 'commander'
import { wholeProgram } from '../../src/cli/program.ts'
import type { Language } from '../../src/report/language.ts'

const nowhere = { write: () => {}, isTTY: false, columns: undefined }

export const programIn = (language: Language): Command =>
  wholeProgram(language, {
    args: [],
    env: {},
    cwd: '.',
    stdout: nowhere,
    stderr: nowhere,
    stdin: async () => new Uint8Array(),
    now: () => 0,
  })
