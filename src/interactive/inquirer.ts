// Inquirer and the parts that its own prompts are made of, as one module, so that they share their classes in the bundle.

export {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  isEnterKey,
  isTabKey,
  Separator,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core'
export { createPromptModule } from 'inquirer'
