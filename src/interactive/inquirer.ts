// Inquirer's parts as one module, so that they share their classes in the bundle.
export {
  createPrompt,
  ExitPromptError,
  isEnterKey,
  isTabKey,
  Separator,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core'
export { default as select } from '@inquirer/select'
