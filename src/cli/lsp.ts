// `beian-check lsp`: a language server on standard input and output, for editors.
import { Server } from '../editor/server.ts'
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts'

/** Options of the command, as commander gives them. */
export interface LspOptions {
  readonly profile?: string
  readonly config?: string | false
  readonly rule?: readonly string[]
  readonly lang?: string
  readonly ipData?: readonly string[]
}

/** Serves until the editor goes away. */
export async function serve(
  { profile, config, rule = [], lang, ipData }: LspOptions,
  io: Io,
): Promise<ExitCode> {
  const pipes = io.pipes?.()
  if (pipes === undefined) {
    throw new UsageError({
      zh: 'lsp 由编辑器启动，通过标准输入输出通信；设置方法见 docs/editors.md',
      en: 'lsp is started by an editor and speaks over standard input and output; see docs/editors.md',
    })
  }
  const { createConnection, ProposedFeatures, TextDocument, TextDocuments } = await import(
    '../editor/protocol.ts'
  )
  const connection = createConnection(ProposedFeatures.all, pipes.input, pipes.output)
  new Server(connection, new TextDocuments(TextDocument), { profile, config, rule, lang, ipData }, io)
  const ended = new Promise<void>((resolve) => connection.onExit(resolve))
  connection.listen()
  await ended
  return EXIT.clean
}
