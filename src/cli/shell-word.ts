// Words of commands that a person copies into a shell.

/** A word as a shell takes it whole: in quotes where it has characters of meaning. */
export const shellWord = (word: string): string =>
  /^[\p{L}\p{N}_./:@%+,=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
