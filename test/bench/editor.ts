// How long an editor waits: from a change in a 60-line draft to its diagnostics, and for answers to questions about it.
// npx tsx test/bench/editor.ts
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import {
  CodeActionRequest,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DocumentSymbolRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol'
import { startEditor } from '../editor/client.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ROUNDS = 200
/** What the server waits for another key. */
const CALM = 15

const folder = mkdtempSync(join(tmpdir(), 'beian-check-'))
const begin = performance.now()
const editor = await startEditor([process.execPath, join(root, 'bin/beian-check.js'), 'lsp'], folder)
const started = performance.now() - begin

const text = readFileSync(join(root, 'fixtures/drafts/first-attempt.yaml'), 'utf8')
const padded = `${text}${'# …\n'.repeat(Math.max(0, 60 - text.split('\n').length))}`
const uri = editor.open(join(folder, 'draft.yaml'), padded)
const textDocument = { uri }
await editor.diagnostics(uri, (_list, version) => version === 1)

const position = { line: 6, character: 12 }
const range = { start: position, end: position }
const questions: Record<string, () => Promise<unknown>> = {
  completion: () => editor.connection.sendRequest(CompletionRequest.type, { textDocument, position }),
  hover: () => editor.connection.sendRequest(HoverRequest.type, { textDocument, position }),
  symbols: () => editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
  actions: () =>
    editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics: [] },
    }),
}

const times: Record<string, number[]> = { diagnostics: [] }
for (let version = 2; version < ROUNDS + 2; version += 1) {
  const at = { line: 3, character: 20 }
  const change = { range: { start: at, end: at }, text: version % 2 ? '林' : ' ' }
  const start = performance.now()
  await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version },
    contentChanges: [change],
  })
  await editor.diagnostics(uri, (_list, seen) => seen === version)
  times.diagnostics?.push(performance.now() - start - CALM)
  for (const [name, ask] of Object.entries(questions)) {
    const asked = performance.now()
    await ask()
    times[name] = [...(times[name] ?? []), performance.now() - asked]
  }
}
await editor.close()
rmSync(folder, { recursive: true })

console.log(`start to ready: ${started.toFixed(0)} ms`)
for (const [name, list] of Object.entries(times)) {
  const sorted = list.toSorted((a, b) => a - b)
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  console.log(`${name}: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, longest ${at(0.9999)} ms`)
}
