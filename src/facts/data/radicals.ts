// Radicals that look like a character of their own. PDFs set these for the characters, and copying keeps them. Unicode maps
// U+2F00–2FD5 by compatibility (NFKC), of U+2E80–2EF3 only two; the others are listed here, and 户 in the mainland's form.
// Source: Unicode 16, EquivalentUnifiedIdeograph.txt, those whose shape is that of the character itself.
const pairs =
  '⺁厂⺎兀⺟母⺠民⺧牛⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻮齿⻯竜⻰龙⼾户'

const characters = Array.from(pairs)

/** The character that a radical looks like. */
export const radicals: ReadonlyMap<string, string> = new Map(
  characters.flatMap((radical, at) => (at % 2 === 0 ? [[radical, characters[at + 1] ?? radical]] : [])),
)
