// How much a draft may hold. Filings are small; what goes far beyond one is a mistake or an attack, and is told as such
// instead of eating time and memory.

/** Levels of groups and lists inside one another. The form has eight. */
export const MAX_DEPTH = 100

/** Values of one draft, those behind references counted each time. */
export const MAX_VALUES = 100_000

/** UTF-16 units of one value. The longest field of MIIT's interface takes 1024 characters. */
export const MAX_TEXT = 4096
