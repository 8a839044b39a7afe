// A file that cannot be read. The engine reports it; here are its words, one message for each likely cause.
import { MAX_DEPTH } from '../../src/draft/limits.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { miitInterface } from '../sources.ts'

interface Near {
  readonly near: string
  readonly otherLine: number | undefined
  readonly [key: string]: string | number | undefined
}

export const syntax = defineRule({
  id: 'draft/syntax',
  level: 'error',
  sources: [miitInterface('5001')],
  texts: {
    title: { zh: '草稿文件要能读出来', en: 'The draft can be read' },
    why: {
      zh: '文件格式有误时，后面的内容都无法核对。先改好这一处，再检查一次。',
      en: 'While the format is broken nothing behind it can be checked. Fix this place first, then check again.',
    },
    messages: {
      empty: say<Near>({
        zh: (d) => [
          d.near === '' ? '文件是空的，没有草稿' : '文件里的列表是空的，没有草稿',
          '写上备案信息；README 里有样例',
        ],
        en: (d) => [
          d.near === ''
            ? 'The file is empty: there is no draft in it'
            : 'The list in this file is empty: there is no draft in it',
          'Write the filing into it; the README has a sample',
        ],
      }),
      tab: say<Near>({
        zh: () => ['这一行用制表符（Tab）缩进，YAML 只认空格', '把行首的 Tab 换成空格，同级的行缩进一样多'],
        en: () => [
          'This line is indented with a tab; YAML takes spaces only',
          'Replace the tab by spaces, as many as the lines beside it',
        ],
      }),
      fullWidthColon: say<Near>({
        zh: (d) => [`“${d.near}”用了全角冒号“：”`, '换成半角冒号加一个空格，例如“网站名称: 山间札记”'],
        en: (d) => [
          `“${d.near}” has a full-width colon “：”`,
          'Write an ordinary colon and a space, such as “name: …”',
        ],
      }),
      noSpaceAfterColon: say<Near>({
        zh: (d) => [`“${d.near}”的冒号后面少一个空格`, '在冒号后面加一个空格'],
        en: (d) => [`“${d.near}” has no space after the colon`, 'Put a space after the colon'],
      }),
      noSpaceAfterDash: say<Near>({
        zh: (d) => [`“${d.near}”的短横后面少一个空格`, '列表项写成“- 栏目: 内容”'],
        en: (d) => [`“${d.near}” has no space after the dash`, 'Write an item of a list as “- key: value”'],
      }),
      noColon: say<Near>({
        zh: (d) => [
          `“${d.near}”这里没有读到“栏目: 内容”`,
          '看看这一行是否少了冒号，或者上一行的引号、括号没有写完',
        ],
        en: (d) => [
          `No “key: value” could be read at “${d.near}”`,
          'Check whether a colon is missing here, or a quote or bracket is open on the line above',
        ],
      }),
      unclosedQuote: say<Near>({
        zh: (d) => [`引号没有写完：${d.near}`, '在内容末尾补上同样的半角引号'],
        en: (d) => [`This quote is not closed: ${d.near}`, 'Add the same quote at the end of the value'],
      }),
      unclosedBracket: say<Near>({
        zh: (d) => [`方括号或花括号没有写完，读到“${d.near}”为止`, '补上 ] 或 }，各项之间用半角逗号'],
        en: (d) => [
          `A bracket or brace is not closed; reading stopped at “${d.near}”`,
          'Add the ] or }, with commas between the items',
        ],
      }),
      fullWidthQuote: say<Near>({
        zh: () => ['这里用了中文引号', '换成半角双引号 "'],
        en: () => ['These are typographic quotes', 'Write plain double quotes "'],
      }),
      afterQuote: say<Near>({
        zh: (d) => [`内容结束之后又有文字：${d.near}`, '把整个内容放进一对引号里，或者去掉引号'],
        en: (d) => [
          `There is text after the end of a value: ${d.near}`,
          'Put the whole value into one pair of quotes, or take the quotes away',
        ],
      }),
      indentation: say<Near>({
        zh: (d) => [`“${d.near}”的缩进与上下行不齐`, '同一级的栏目缩进要一样多'],
        en: (d) => [
          `The indentation of “${d.near}” does not fit the lines around it`,
          'Keys of one level have the same indentation',
        ],
      }),
      colonInValue: say<Near>({
        zh: (d) => [`“${d.near}”一行里有两个“: ”`, '内容里带冒号时，用引号把内容括起来'],
        en: (d) => [
          `“${d.near}” has “: ” twice on one line`,
          'Put quotes around a value that has a colon in it',
        ],
      }),
      duplicateKey: say<Near>({
        zh: (d) => [
          `“${d.near}”写了两次${d.otherLine ? `，前一次在第 ${d.otherLine} 行` : ''}`,
          '留下正确的一个，删掉另一个',
        ],
        en: (d) => [
          `“${d.near}” stands twice${d.otherLine ? `, first on line ${d.otherLine}` : ''}`,
          'Keep the right one and delete the other',
        ],
      }),
      badEscape: say<Near>({
        zh: (d) => [`双引号里的反斜杠读不懂：${d.near}`, '反斜杠写成 \\\\，或者改用单引号'],
        en: (d) => [
          `The backslash in the quotes cannot be read: ${d.near}`,
          'Write \\\\ for a backslash, or use single quotes',
        ],
      }),
      badStart: say<Near>({
        zh: (d) => [`内容不能以这个符号开头：${d.near}`, '用引号把内容括起来'],
        en: (d) => [`A value cannot begin with this sign: ${d.near}`, 'Put quotes around the value'],
      }),
      unknownAlias: say<Near>({
        zh: (d) => [`以 * 开头表示引用，但没有找到它指的内容：${d.near}`, '如果只是普通文字，用引号括起来'],
        en: (d) => [
          `A leading * refers to another value, and there is none: ${d.near}`,
          'If it is plain text, put quotes around it',
        ],
      }),
      mergeSource: say<Near>({
        zh: () => ['“<<”后面要引用一组栏目，例如“<<: *主体”', '写上引用；不需要引用时，删掉这一行'],
        en: () => [
          '“<<” takes in another group of keys, and there is none behind it',
          'Refer to a group, such as “<<: *subject”, or delete this line',
        ],
      }),
      tag: say<Near>({
        zh: (d) => [`以 ! 开头的标记读不懂：${d.near}`, '去掉标记；如果是普通文字，用引号括起来'],
        en: (d) => [
          `This tag cannot be read: ${d.near}`,
          'Take it away; if it is plain text, put quotes around it',
        ],
      }),
      tooComplex: say<Near>({
        zh: () => ['文件里的引用或嵌套太多', '草稿不需要层层引用，直接写出内容即可'],
        en: () => [
          'The file has too many references or levels',
          'A draft needs none of these: write the values themselves',
        ],
      }),
      tooDeep: say<Near>({
        zh: () => [`这里嵌套超过 ${MAX_DEPTH} 层，没有读取`, '备案草稿只有八层；检查括号和缩进'],
        en: () => [
          `There are more than ${MAX_DEPTH} levels here, one inside the other; it was not read`,
          'A filing has eight levels; see to brackets and indentation',
        ],
      }),
      nulByte: say<Near>({
        zh: () => ['这里有一个空字节（NUL）：文件损坏了，或者不是文本文件', '用编辑器重新存成 UTF-8 文本'],
        en: () => [
          'There is a NUL byte here: the file is damaged or is no text',
          'Save it anew as UTF-8 text with an editor',
        ],
      }),
      jsonComma: say<Near>({
        zh: (d) => [`“${d.near}”前面少一个逗号`, 'JSON 的各项之间用半角逗号隔开'],
        en: (d) => [`A comma is missing before “${d.near}”`, 'JSON has commas between its items'],
      }),
      jsonTrailingComma: say<Near>({
        zh: () => ['最后一项后面多了一个逗号', 'JSON 的最后一项后面不写逗号'],
        en: () => ['There is a comma after the last item', 'JSON has no comma after the last item'],
      }),
      jsonQuote: say<Near>({
        zh: (d) => [`JSON 的栏目和内容要用双引号：${d.near}`, '加上半角双引号；或者把文件存成 .yaml'],
        en: (d) => [
          `JSON wants double quotes around keys and values: ${d.near}`,
          'Add double quotes, or save the file as .yaml',
        ],
      }),
      jsonComment: say<Near>({
        zh: () => ['JSON 里不能写注释', '删掉注释；需要注释时把文件存成 .yaml'],
        en: () => ['JSON has no comments', 'Delete the comment; save the file as .yaml to have comments'],
      }),
      jsonEnd: say<Near>({
        zh: (d) => [
          `JSON 没有写完，或者多了内容${d.near === '' ? '' : `：${d.near}`}`,
          '检查括号是否成对，冒号后面是否有内容',
        ],
        en: (d) => [
          `The JSON ends too early or has something left over${d.near === '' ? '' : `: ${d.near}`}`,
          'See that brackets come in pairs and that a value follows each colon',
        ],
      }),
      jsonControl: say<Near>({
        zh: () => ['引号里有换行或控制字符', '换行写成 \\n，或者删掉看不见的字符'],
        en: () => [
          'There is a line break or control character inside quotes',
          'Write \\n for a line break, or delete the invisible character',
        ],
      }),
      other: say<Near>({
        zh: (d) => [`从这里起读不下去：${d.near}`, '对照 README 里的样例检查这一行的写法'],
        en: (d) => [`Reading stopped here: ${d.near}`, 'Compare this line with the sample in the README'],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '主体信息:\n  主办单位名称：沈知秋\n  所在省: 浙江\n', says: 'fullWidthColon' },
      { draft: 'subject:\n  name:沈知秋\n  province: 浙江\n', says: 'noSpaceAfterColon' },
      { draft: 'subject:\n\tname: 沈知秋\n', says: 'tab' },
      { draft: 'websites:\n  -name: 山间札记\n    domains: a.cn\n', says: 'noSpaceAfterDash' },
    ],
    good: [{ draft: '主体信息:\n  主办单位名称: 沈知秋\n  所在省: 浙江\n' }],
  },
})
