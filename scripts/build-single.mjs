// Bundles the whole command into one file, for machines without network or npm: node beian-check.cjs draft.yaml
// Usage: node scripts/build-single.mjs [FOLDER]; into build/ unless a folder is given.
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(process.argv[2] ?? join(root, 'build'))

/** Replaces one piece of a module; it has to be there. */
const replaced = async (path, piece, by) => {
  const code = await readFile(path, 'utf8')
  if (!piece.test(code))
    throw new Error(`${path} has changed: scripts/build-single.mjs does not find its piece`)
  return { contents: code.replace(piece, by), loader: 'ts' }
}

/** What is otherwise read beside the bundle is in it: the IP table and the schemas. */
const embedded = {
  name: 'embedded',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /cli[/\\]ip-data\.ts$/ }, ({ path }) =>
      replaced(
        path,
        /^function embedded[\s\S]*?^\}$/m,
        `import ipv4 from '../facts/data/ip/ipv4.bin'
import ipv6 from '../facts/data/ip/ipv6.bin'
const embedded = (name: string): Ranges => openRanges(name === 'ipv4.bin' ? ipv4 : ipv6)`,
      ),
    )
    onLoad({ filter: /cli[/\\]schema\.ts$/ }, ({ path }) =>
      replaced(
        path,
        /^export function schemaText[\s\S]*?^\}$/m,
        `import draft from '../../schema/draft.schema.json'
import config from '../../schema/config.schema.json'
import profile from '../../schema/profile.schema.json'
export const schemaText = (name: SchemaName): string => JSON.stringify({ draft, config, profile }[name])`,
      ),
    )
    onLoad({ filter: /cli[/\\]watch\.ts$/ }, ({ path }) =>
      replaced(path, /^function programFile[\s\S]*?^\}$/m, 'const programFile = (): string => __filename'),
    )
    // Inquirer's prompt that opens an editor, as in scripts/build.mjs.
    onResolve({ filter: /^@inquirer\/editor$/ }, () => ({ path: 'unused', namespace: 'unused' }))
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }))
  },
}

await build({
  absWorkingDir: root,
  stdin: { contents: "import { run } from './src/cli/process.ts'; run()", resolveDir: root, loader: 'ts' },
  outfile: join(folder, 'beian-check.cjs'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  charset: 'utf8',
  mainFields: ['module', 'main'],
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
  loader: { '.bin': 'binary' },
  banner: { js: '#!/usr/bin/env node' },
  plugins: [embedded],
  logLevel: 'warning',
})
