// A draft and a file name that try to be markup, commands and escape sequences wherever they are shown.

/** What means something to a terminal, a CI log, XML, HTML, Markdown or a spreadsheet. */
const pieces = [
  '\u001b[31m',
  '\u0007\b\u0000',
  '\u202eevil\u2066',
  '\u200b\u2028',
  '\u001b]0;evil\u0007\u001b]8;;http://evil.example\u001b\\',
  '\u009b31m\ufeff\u2029\u{e0041}\r',
  '::set-output name=a::b',
  '##[error]x',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[message text='a']",
  '%0A::error::x%0D',
  ']]>',
  '<!--',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onclick='x",
  '&amp;&#60;',
  '| a | b \\| c',
  '`code` **bold** [link](http://evil.example) ![i](http://evil.example/i.png)',
  'www.evil.example https://evil.example @someone #1',
  "=cmd|' /C calc'!A0",
  '\ufffe\uffff',
  '\ud800',
] as const

/** All of it at once, and each by itself. */
export const hostileTexts: readonly string[] = [pieces.join(' '), ...pieces]

/** A draft with a text in every place that some message repeats. JSON holds what YAML has no place for. */
export const hostileDraft = (text: string): string =>
  JSON.stringify({
    profile: text,
    filing: { type: text },
    subject: { nature: text, name: `${text}先生`, [text]: '1', address: `文三路${text}对面` },
    websites: [
      {
        name: text,
        domains: [text],
        homepage: text,
        approvals: [text],
        services: [text, text],
        access: [{ provider: text, method: text, ips: [text], location: text }],
      },
    ],
  })

export const HOSTILE_NAME = `a,b:c%0A=d"<e>&'|[f](g)\`h\` ::i \u001b[2J\u202e\nj.json`

/** What no output may hold: controls, directions, what shows nothing. */
export const raw = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
