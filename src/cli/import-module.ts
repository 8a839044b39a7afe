// Loads an ES module of the user's. A file of its own: code that is run from its compiled form cannot import().

/** Imports a module by its URL. */
export const importModule = (url: string): Promise<unknown> => import(/* @vite-ignore */ url)
