// What the tool prints for a command line, for pages that show it.
import { fileURLToPath } from 'node:url'
import { main } from '../../src/cli/main.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
/** The day on which the pages' commands run, so that what they show stays the same. */
const SAMPLE_DAY = Date.parse('2026-11-23T04:00:00Z')

/** What a command is given beside its words. */
interface Surroundings {
  /** Standard input. */
  readonly input?: string
  readonly colours?: boolean
}

/** Everything that a command prints on a terminal of 80 columns. */
export async function print(
  args: readonly string[],
  { input = '', colours = false }: Surroundings = {},
): Promise<string> {
  let text = ''
  const sink = {
    write: (piece: string) => {
      text += piece
    },
    isTTY: true,
    columns: 80,
  }
  await main({
    args,
    env: colours ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' },
    cwd: root,
    stdout: sink,
    stderr: sink,
    stdin: async () => new TextEncoder().encode(input),
    now: () => SAMPLE_DAY,
  })
  return text
}
