// The words that stand for a command in the first place, where otherwise a file is named.
export const commandNames = [
  'init',
  'explain',
  'rules',
  'profiles',
  'checklist',
  'next',
  'faq',
  'site',
  'schema',
  'lsp',
  'merge',
  'completion',
] as const
export type CommandName = (typeof commandNames)[number]

export const isCommand = (word: string): word is CommandName =>
  commandNames.some((command) => command === word)
