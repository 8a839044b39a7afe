// Bundles the tool into dist/. Libraries are bundled too: what is installed has no dependencies, and what a run
// does not need (the YAML reader with positions, colours, zod) stays in chunks of its own until it is needed.
import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

rmSync(`${root}/dist`, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/process.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  charset: 'utf8',
  // CommonJS libraries in the bundle ask for Node's own modules with require.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
})
cpSync(`${root}/src/facts/data/ip`, `${root}/dist/ip`, { recursive: true })
