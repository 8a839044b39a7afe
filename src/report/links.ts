// Links in a terminal (OSC 8): only where the terminal is known to show them; others print the address as rubbish.

type Env = Readonly<Record<string, string | undefined>>

/** Programs that show links, with the first version that does. */
const programs: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  'iTerm.app': [3, 1],
  vscode: [1, 72],
  WezTerm: [0, 0],
  ghostty: [0, 0],
  zed: [0, 0],
  rio: [0, 0],
}
const terminals = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/

/** GNOME Terminal and its kin: from 0.50 on; 0.50.0 itself crashed on links. */
const isNewVte = (version: string | undefined): boolean => Number(version) > 5000

function isNewProgram({ TERM_PROGRAM, TERM_PROGRAM_VERSION = '' }: Env): boolean {
  const needed = programs[TERM_PROGRAM ?? '']
  if (needed === undefined) return false
  const [major = 0, minor = 0] = TERM_PROGRAM_VERSION.split('.').map((part) => Number.parseInt(part, 10) || 0)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}

/**
 * Whether the terminal of an environment shows links to files of this machine. FORCE_HYPERLINK decides where it is set.
 * Through SSH the file is elsewhere; multiplexers and CI logs swallow links or show their code.
 */
export function showsLinks(env: Env): boolean {
  const isSet = (name: string): boolean => env[name] !== undefined && env[name] !== ''
  if (isSet('FORCE_HYPERLINK')) return env.FORCE_HYPERLINK !== '0'
  if (['CI', 'SSH_CONNECTION', 'SSH_TTY', 'TMUX', 'STY'].some(isSet)) return false
  if (isSet('WT_SESSION') || terminals.test(env.TERM ?? '')) return true
  return isNewVte(env.VTE_VERSION) || isNewProgram(env)
}

/** A text that leads to an address. The address has to be free of control characters. */
export const terminalLink = (text: string, url: string): string =>
  `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`
