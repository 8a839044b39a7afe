// The page's bytes are what it says they are, so that everybody reads the same number.
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideStep } from '../sources.ts'

const messages = {
  damaged: say<{ encoding: string }>({
    zh: (d) => [
      `网页声明的编码是 ${d.encoding}，里面却有不合这种编码的字节，中文会显示成乱码`,
      '让声明和保存时的编码一致',
    ],
    en: (d) => [
      `The page says it is ${d.encoding} but has bytes that are not: Chinese will show as garbage`,
      'Let the declaration agree with how the file is saved',
    ],
  }),
  undeclared: say<{ encoding: string }>({
    zh: (d) => [
      `网页没有声明编码（看来是 ${d.encoding}），浏览器只能猜`,
      `在 head 里写 <meta charset="${d.encoding}">`,
    ],
    en: (d) => [
      `The page does not declare its encoding (it looks like ${d.encoding}); browsers have to guess`,
      `Write <meta charset="${d.encoding}"> into its head`,
    ],
  }),
}

export const encoding = defineRule({
  id: 'site/encoding',
  level: 'warning',
  sources: [guideStep(6)],
  texts: {
    title: { zh: '网页的编码声明正确', en: 'The encoding of the page is declared right' },
    why: {
      zh: '编码不对时，页脚的备案号在访客和审核工具那里是乱码，等于没有标明。',
      en: 'In the wrong encoding the number in the footer is garbage to visitors and reviewers, as good as missing.',
    },
    messages,
  },
  examples: {
    bad: [
      {
        draft: '',
        page: '<p>浙ICP备10000001号</p>',
        says: 'damaged',
        known: { encoding: { name: 'gbk', undeclared: false, damaged: true } },
      },
      {
        draft: '',
        page: '<p>浙ICP备10000001号</p>',
        says: 'undeclared',
        known: { encoding: { name: 'utf-8', undeclared: true, damaged: false } },
      },
    ],
    good: [{ draft: '', page: '<meta charset="utf-8"><p>浙ICP备10000001号</p>' }],
  },
  checkPage({ encoding: own }, { report }) {
    if (own.damaged) report('damaged', { at: [0, 0], data: { encoding: own.name } })
    else if (own.undeclared)
      report('undeclared', { at: [0, 0], data: { encoding: own.name }, atMost: 'info' })
  },
})
