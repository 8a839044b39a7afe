// Bundles the declarations of the library's faces into types/, one file each.
// Slow (the whole program is compiled): run it when the public face changes; `npm run check` tells when it is out of date.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateDtsBundle } from 'dts-bundle-generator'

const root = fileURLToPath(new URL('..', import.meta.url))
const faces = { index: 'src/index.ts', browser: 'src/browser.ts' }

const folder = mkdtempSync(join(root, 'node_modules/.types-'))
try {
  const project = join(folder, 'tsconfig.json')
  const entries = Object.values(faces).map((file) => join(root, file))
  const compilerOptions = { typeRoots: [join(root, 'node_modules/@types')] }
  writeFileSync(
    project,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files: entries, include: [] }),
  )
  const texts = generateDtsBundle(
    entries.map((filePath) => ({
      filePath,
      noCheck: true,
      output: { exportReferencedTypes: false, noBanner: true, sortNodes: false },
    })),
    { preferredConfigPath: project },
  )
  for (const [index, name] of Object.keys(faces).entries()) {
    const note = `// Made by scripts/build-types.mjs from ${faces[name]}. Do not edit.\n`
    writeFileSync(join(root, `types/${name}.d.ts`), note + texts[index])
  }
} finally {
  rmSync(folder, { recursive: true })
}
