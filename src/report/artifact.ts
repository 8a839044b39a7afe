// Names of files as CI systems want them: relative to the repository, with forward slashes.
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { LocatedRelated } from '../engine/report.ts'
import { oneLine } from './safe.ts'
import type { RunView } from './view.ts'

type Folders = Pick<RunView, 'cwd' | 'root'>

/** Standard input and the like have a name but no place. */
const hasPlace = (file: string): boolean => !/^<.*>$/.test(file)

function fromRoot(file: string, { cwd, root }: Folders): string {
  if (!hasPlace(file)) return file
  const path = relative(root, resolve(cwd, file))
  // On another drive of Windows there is no way from here to there.
  return isAbsolute(path) ? resolve(cwd, file).split(sep).join('/') : path.split(sep).join('/')
}

/** A file's path from the root of the repository, safe to print. */
export const artifactPath = (file: string, folders: Folders): string => oneLine(fromRoot(file, folders))

/** A place by file, line and column, safe to print. */
export const artifactPlace = ({ file, line, column }: LocatedRelated, folders: Folders): string =>
  `${artifactPath(file, folders)}:${line}:${column}`

/** A file's path as a percent-encoded reference (RFC 3986). */
export function artifactUri(file: string, folders: Folders): string {
  const path = fromRoot(file, folders).replace(/\p{Cs}/gu, '\ufffd')
  const encoded = path.split('/').map((step) => encodeURIComponent(step).replace(/[!'()*]/g, percent))
  const uri = encoded.join('/')
  return isAbsolute(path) ? `file://${uri.startsWith('/') ? '' : '/'}${uri}` : uri
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
