// Bundles the tool into dist/. Libraries are bundled too, so what is installed has no dependencies; those that a clean
// draft does not need (the YAML reader with positions, zod, colours, globs) are files of their own under dist/lib.
import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { bundledList, packageOf } from './notices.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders of the packages that went into the bundles: their licences have to be told. */
const bundled = new Set()

async function build(options) {
  const result = await bundle({ ...options, metafile: true })
  for (const { inputs } of Object.values(result.metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = packageOf(input)
      if (folder !== undefined && bytesInOutput > 0) bundled.add(folder)
    }
  }
  return result
}

const lazyLibraries = [
  'chalk',
  'commander',
  'diff',
  'iconv-lite',
  'ignore',
  'jsonc-parser',
  'picomatch',
  'write-file-atomic',
  'yaml',
  'zod',
]

/** Parts of our own that a check does not need, each a file with all it imports: what only data passes between. */
const lazyParts = {
  'fast-yaml': 'src/draft/fast-yaml.ts',
  inquirer: 'src/interactive/inquirer.ts',
  guide: 'src/guide/next.ts',
  questions: 'src/guide/faq.ts',
  'site-rules': 'rules/site/index.ts',
  site: 'src/site/check.ts',
  protocol: 'src/editor/protocol.ts',
}

/** Lazy libraries stay requires of files; commander's executable subcommands, which we have none of, stay out. */
const split = {
  name: 'split',
  setup({ onLoad, onResolve }) {
    const names = new RegExp(`^(?:${lazyLibraries.join('|')})$`)
    onResolve({ filter: names }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: `./lib/${path}.cjs`, external: true },
    )
    for (const [name, file] of Object.entries(lazyParts)) {
      const filter = new RegExp(`/${basename(file).replace('.', '\\.')}$`)
      onResolve({ filter }, ({ path, resolveDir }) =>
        join(resolveDir, path) === join(root, file)
          ? { path: `./lib/${name}.cjs`, external: true }
          : undefined,
      )
    }
    onResolve({ filter: /^\.\/import-module\.ts$/ }, () => ({
      path: './lib/import-module.cjs',
      external: true,
    }))
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'unused', namespace: 'unused' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }))
    // The table of regions is read when it is needed: as escapes in the code it would double its size. UTF-16 is what
    // a string is in memory, so there is nothing to decode.
    onLoad({ filter: /facts[/\\]data[/\\]regions\.ts$/ }, async ({ path }) => {
      const tables = [...(await readFile(path, 'utf8')).matchAll(/'(\d[^']*)'/g)].map(([, text]) => text)
      await mkdir(`${root}/dist`, { recursive: true })
      await writeFile(`${root}/dist/regions.txt`, tables.join('\n'), 'utf16le')
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code for the bundle
      const read = "require('node:fs').readFileSync(`${__dirname}/regions.txt`, 'utf16le').split('\\n')"
      return {
        contents: `export const [currentRegions, cityRegions, retiredRegions, formerRegions] = ${read}`,
      }
    })
    // The same for profiles: only those in use are read.
    onLoad({ filter: /profile[/\\]data[/\\]texts\.ts$/ }, async ({ path }) => {
      await mkdir(`${root}/dist/profiles`, { recursive: true })
      for (const [, id, text] of (await readFile(path, 'utf8')).matchAll(
        /^ {2}'([a-z0-9.-]+)': '(.*)',$/gm,
      )) {
        const json = text.replaceAll("\\'", "'").replaceAll('\\\\', '\\')
        await writeFile(`${root}/dist/profiles/${id}.json`, json)
      }
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code for the bundle
      const read = "require('node:fs').readFileSync(`${__dirname}/profiles/${id}.json`, 'utf8')"
      return { contents: `export const profileText = (id) => ${read}` }
    })
    // Texts and examples of a rule are made when something is to be said: thousands of small functions and strings cost
    // nothing at the start then. Rules are formatted, so braces at two spaces and at the margin are theirs.
    onLoad({ filter: /[/\\]rules[/\\][a-z]+[/\\][a-z-]+\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      const lazy = code
        .replace(
          /^( {2}| {6})('?[\w-]+'?): (say[<(][^\n]*\{\n[\s\S]*?^\1\}\)),$/gm,
          '$1get $2() { return $3 },',
        )
        .replace(/^const messages = (\{\n[\s\S]*?^\})$/m, 'const messages = () => ($1)')
        .replace(/^ {2}(examples|texts): (\{\n[\s\S]*?^ {2}\}),$/gm, (_all, name, value) => {
          const made = value.replace(/^ {4}messages,$/m, '    messages: messages(),')
          return `  get ${name}() { const value = ${made}; Object.defineProperty(this, '${name}', { value }); return value },`
        })
      return { contents: lazy, loader: 'ts' }
    })
    // Touching fs.promises loads a good part of Node; lilconfig's synchronous search needs none of it.
    onLoad({ filter: /lilconfig[/\\]src[/\\]index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      return {
        contents: code.replace('= fs.promises.readFile', '= (...args) => fs.promises.readFile(...args)'),
      }
    })
  },
}

/** Zod brings its messages in fifty languages; ours are our own. */
const withoutLocales = {
  name: 'without-locales',
  setup({ onLoad }) {
    onLoad({ filter: /zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}

/** Inquirer's prompt that opens an editor would bring tables of old encodings with it; nothing here asks that way. */
const withoutEditor = {
  name: 'without-editor',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@inquirer\/editor$/ }, () => ({ path: 'unused', namespace: 'unused' }))
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }))
  },
}

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  charset: 'ascii',
  write: false,
  outExtension: { '.js': '.cjs' },
  // jsonc-parser's main file is UMD, which cannot be bundled; its ES modules can.
  mainFields: ['module', 'main'],
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
  // Code that is run from its compiled form cannot import(): it has to require.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
}

/** One byte a character loads faster than UTF-8. esbuild leaves regular expressions as they are, so they are escaped here. */
async function writeAscii({ outputFiles }) {
  for (const { path, text } of outputFiles) {
    const ascii = text.replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, ascii, 'ascii')
  }
}

rmSync(`${root}/dist`, { recursive: true, force: true })
await writeAscii(
  await build({ ...common, entryPoints: { cli: 'src/cli/process.ts' }, outdir: 'dist', plugins: [split] }),
)
await writeAscii(
  await build({ ...common, entryPoints: lazyLibraries, outdir: 'dist/lib', plugins: [withoutLocales] }),
)
await writeAscii(
  await build({
    ...common,
    entryPoints: lazyParts,
    outdir: 'dist/lib',
    plugins: [withoutEditor, withoutLocales],
  }),
)
// Loaded as an ordinary file, so it may import().
await writeAscii(
  await build({
    ...common,
    supported: {},
    entryPoints: { 'import-module': 'src/cli/import-module.ts' },
    outdir: 'dist/lib',
  }),
)
/** In Node the library is the same bundle as the command, with its compiled code; the ES module only leads there. */
const lead = {
  name: 'lead',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/start\.cjs$/ }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /library[/\\]load\.ts$/ }, () => ({
      contents: `import { fileURLToPath } from 'node:url'
export const library = async () => {
  const { default: start } = await import('./start.cjs')
  return start.load(fileURLToPath(new URL('cli.cjs', import.meta.url))).library()
}`,
    }))
  },
}
const modules = {
  ...common,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  supported: {},
  define: {},
  write: true,
  outExtension: {},
}
await build({ ...modules, entryPoints: { index: 'src/index.ts' }, outdir: 'dist', plugins: [lead] })
/** One text is far from what would be packed away. */
const unpacked = {
  name: 'unpacked',
  setup({ onLoad }) {
    onLoad({ filter: /engine[/\\]pack\.ts$/ }, () => ({ contents: 'export {}' }))
  },
}
// In a browser there is nothing of Node; what a check does not need (profiles of one's own, places) comes in pieces.
await build({
  ...modules,
  platform: 'browser',
  entryPoints: { index: 'src/browser.ts' },
  outdir: 'dist/browser',
  splitting: true,
  chunkNames: '[hash]',
  plugins: [unpacked, withoutLocales],
})
cpSync(`${root}/types/index.d.ts`, `${root}/dist/index.d.ts`)
cpSync(`${root}/types/browser.d.ts`, `${root}/dist/browser/index.d.ts`)
cpSync(`${root}/src/cli/start.cjs`, `${root}/dist/start.cjs`)
cpSync(`${root}/src/cli/worker.cjs`, `${root}/dist/worker.cjs`)
cpSync(`${root}/src/facts/data/ip`, `${root}/dist/ip`, {
  recursive: true,
  filter: (file) => !file.endsWith('.md'),
})
await mkdir(`${root}/dist/schema`, { recursive: true })
for (const name of ['draft', 'config', 'profile']) {
  const schema = JSON.parse(await readFile(`${root}/schema/${name}.schema.json`, 'utf8'))
  await writeFile(`${root}/dist/schema/${name}.schema.json`, JSON.stringify(schema))
}
await mkdir(dirname(bundledList), { recursive: true })
await writeFile(bundledList, JSON.stringify([...bundled].sort()))
execFileSync(process.execPath, [`${root}/scripts/warm.cjs`], { cwd: root, stdio: 'inherit' })
