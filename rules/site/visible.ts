// The filing number can be seen.
import { defineRule, say } from '../../src/engine/rule.ts'
import { documents } from '../../src/profile/documents.ts'
import { withFooter } from '../../src/site/footer.ts'
import { mainNumber } from '../../src/site/main-number.ts'
import type { Hiding } from '../../src/site/visibility.ts'
import { guideStep, order33 } from '../sources.ts'

const hidings = {
  display: { zh: '它或它的外层设了 display: none', en: 'it or something around it has display: none' },
  visibility: {
    zh: '它或它的外层设了 visibility: hidden',
    en: 'it or something around it has visibility: hidden',
  },
  opacity: {
    zh: '它或它的外层是透明的（opacity）',
    en: 'it or something around it is transparent (opacity)',
  },
  'font-size': { zh: '字号小到看不见', en: 'its font size is too small to see' },
  colour: { zh: '文字和背景是同一种颜色', en: 'text and background have the same colour' },
  offscreen: { zh: '它被移到了屏幕外面', en: 'it is moved off the screen' },
  clipped: { zh: '它被裁掉了（高、宽为 0，或 clip）', en: 'it is cut away (no height or width, or clip)' },
  attribute: { zh: '它或它的外层有 hidden 属性', en: 'it or something around it has the hidden attribute' },
  noscript: { zh: '它在 noscript 里', en: 'it stands in a noscript element' },
} as const satisfies Record<Hiding, { zh: string; en: string }>

const messages = {
  hidden: say<{ text: string; how: Hiding }>({
    zh: (d) => [`备案号“${d.text}”看不见：${hidings[d.how].zh}`, '让它在首页底部正常显示'],
    en: (d) => [
      `Nobody can see the number “${d.text}”: ${hidings[d.how].en}`,
      'Let it show at the bottom of the home page',
    ],
  }),
}

export const visible = defineRule({
  id: 'site/visible',
  level: 'error',
  sources: [guideStep(6), order33, documents['huawei-2026']],
  texts: {
    title: { zh: '备案号看得见', en: 'The filing number can be seen' },
    why: {
      zh: '备案号要“标明”在首页上；藏起来的等于没有标。',
      en: 'The number is to be shown on the home page; hidden, it counts as missing.',
    },
    messages,
    reminders: {
      styleFiles: say<{ count: number }>({
        zh: (d) => [`备案号没有被外部样式表隐藏（有 ${d.count} 个 .css 文件没有查看）`],
        en: (d) => [`No style sheet in a file of its own hides the number (${d.count} were not looked at)`],
      }),
    },
  },
  examples: {
    bad: [
      { draft: '', page: '<footer style="display:none">浙ICP备10000001号</footer>', says: 'hidden' },
      {
        draft: '',
        page: '<style>.icp { color: #fff }</style><p class="icp">浙ICP备10000001号</p>',
        says: 'hidden',
      },
      { draft: '', page: '<p style="font-size: 0">浙ICP备10000001号</p>', says: 'hidden' },
    ],
    good: [
      { draft: '', page: '<footer>浙ICP备10000001号</footer>' },
      {
        draft: '',
        page: '<body style="background: #000"><p style="color: #fff">浙ICP备10000001号</p></body>',
      },
    ],
  },
  checkPage(page, { report, remind, filed, footer }) {
    const shown = mainNumber(page, filed)
    if (shown === undefined) return
    const { hiding: how, at, reading } = shown
    if (how !== undefined)
      report('hidden', { at, data: { text: reading.text, how }, ...withFooter(page, footer, 'suggested') })
    else if (page.styleFiles > 0) remind('styleFiles', { count: page.styleFiles })
  },
})
