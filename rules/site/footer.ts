// The filing number stands at the bottom of the home page.
import { defineRule, say } from '../../src/engine/rule.ts'
import { documents } from '../../src/profile/documents.ts'
import { withFooter } from '../../src/site/footer.ts'
import { mainNumber } from '../../src/site/main-number.ts'
import { guideStep, order33 } from '../sources.ts'

const messages = {
  notAtBottom: say<{ text: string }>({
    zh: (d) => [`备案号“${d.text}”不在首页底部`, '移到页面最下面的中间位置'],
    en: (d) => [
      `The number “${d.text}” is not at the bottom of the home page`,
      'Move it to the middle of the last lines',
    ],
  }),
}

const text = '读书札记与登山见闻。'.repeat(12)

export const footer = defineRule({
  id: 'site/footer',
  level: 'warning',
  sources: [guideStep(6), order33, documents['huawei-2026']],
  texts: {
    title: { zh: '备案号在首页底部', en: 'The filing number is at the bottom of the home page' },
    why: {
      zh: '规定的位置是首页底部中央，审核和巡查都在那里找。',
      en: 'The bottom centre of the home page is the place that is asked for, and where inspectors look.',
    },
    messages,
  },
  examples: {
    bad: [{ draft: '', page: `<p>浙ICP备10000001号</p><p>${text}</p><p>${text}</p>`, says: 'notAtBottom' }],
    good: [
      { draft: '', page: `<p>${text}</p><p>浙ICP备10000001号</p>` },
      { draft: '', page: `<div class="footer">浙ICP备10000001号</div><p>${text}</p>` },
      { draft: '', page: `<div id="ft">浙ICP备10000001号</div><p>${text}</p>` },
    ],
  },
  checkPage(page, { report, filed, footer: own }) {
    const shown = mainNumber(page, filed)
    if (shown === undefined || shown.hiding !== undefined || shown.inFooter) return
    const { at, reading } = shown
    report('notAtBottom', { at, data: { text: reading.text }, ...withFooter(page, own, 'suggested') })
  },
})
