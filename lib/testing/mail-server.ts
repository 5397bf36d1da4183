/**
 * A mail server for tests: as much of SMTP (RFC 5321) as a client needs to hand over letters, on a port of this machine.
 * Keeps what it took; refuses as it is told.
 */
import { createServer, type Socket } from 'node:net'

export type Taken = { to: string; headers: Map<string, string>; body: string; html: string | null }
export type MailServer = {
  url: string
  taken: Taken[]
  /** What to reply to RCPT for an address, or to DATA once the letter has come; null: take it. */
  refuse: { rcpt: (address: string) => string | null; data: (letter: Taken) => string | null }
  close: () => Promise<void>
}

/** @param at the port; 0 takes a free one */
export async function openMailServer(at = 0): Promise<MailServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    talk(socket, made)
  })
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const made: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    refuse: { rcpt: () => null, data: () => null },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return made
}

function talk(socket: Socket, server: MailServer): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let rest = ''
  let to = ''
  let inLetter = false
  say('220 test ready')
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    rest += chunk
    for (;;) {
      const end = inLetter ? '\r\n.\r\n' : '\r\n'
      const at = rest.indexOf(end)
      if (at < 0) return
      const line = rest.slice(0, at)
      rest = rest.slice(at + end.length)
      if (inLetter) {
        inLetter = false
        const letter = readLetter(to, line)
        const refusal = server.refuse.data(letter)
        if (refusal === null) server.taken.push(letter)
        say(refusal ?? '250 taken')
        continue
      }
      const [verb] = line.toUpperCase().split(/[ :]/, 1)
      if (verb === 'EHLO' || verb === 'HELO') say('250 test')
      else if (verb === 'RCPT') {
        to = /<([^>]*)>/.exec(line)?.[1] ?? ''
        say(server.refuse.rcpt(to) ?? '250 ok')
      } else if (verb === 'DATA') {
        inLetter = true
        say('354 go on')
      } else if (verb === 'QUIT') socket.end('221 bye\r\n')
      else say('250 ok')
    }
  })
}

function readLetter(to: string, text: string): Taken {
  const { headers, content } = readPart(text)
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) return { to, headers, body: content, html: null }
  const parts = text.split(`--${boundary}`).slice(1, -1)
  const found = (type: string) =>
    parts.map((part) => readPart(part.slice(2))).find((part) => part.headers.get('content-type')?.startsWith(type))?.content
  return { to, headers, body: found('text/plain') ?? '', html: found('text/html') ?? null }
}

function readPart(text: string): { headers: Map<string, string>; content: string } {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const at = line.indexOf(':')
    headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim())
  }
  const whole = body.join('\r\n\r\n')
  const encoding = headers.get('content-transfer-encoding')
  const content = encoding === 'quoted-printable' ? unquote(whole) : encoding === 'base64' ? Buffer.from(whole, 'base64').toString() : whole
  return { headers, content }
}

/** RFC 2045, section 6.7 */
function unquote(text: string): string {
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
