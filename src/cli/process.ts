// Connects the process to `main`. Nothing else in src/ touches it.
import { main } from './main.ts'

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

// A reader that goes away (`| head`) is no failure of ours: stop quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await main({
  args: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: {
    write: (text) => void process.stdout.write(text),
    isTTY: process.stdout.isTTY ?? false,
    columns: process.stdout.columns,
  },
  stderr: {
    write: (text) => void process.stderr.write(text),
    isTTY: process.stderr.isTTY ?? false,
    columns: process.stderr.columns,
  },
  stdin: readStdin,
  now: Date.now,
})
