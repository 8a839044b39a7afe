// The home page shows its filing number as text.
import { defineRule, say } from '../../src/engine/rule.ts'
import { documents } from '../../src/profile/documents.ts'
import { withFooter } from '../../src/site/footer.ts'
import type { NumberElsewhere } from '../../src/site/page.ts'
import { guideStep, order33 } from '../sources.ts'

const places = {
  comment: { zh: '注释', en: 'a comment' },
  script: { zh: '脚本', en: 'a script' },
  style: { zh: '样式表', en: 'a style sheet' },
  noscript: { zh: '只在关掉脚本时显示的 noscript', en: 'a noscript element, shown only without scripts' },
  attribute: { zh: '属性（提示文字或 meta）', en: 'an attribute (a tooltip or a meta element)' },
  title: { zh: '标题栏 title', en: 'the title' },
  frame: { zh: '不显示的模板', en: 'a template that is not shown' },
} as const satisfies Record<NumberElsewhere['place'], { zh: string; en: string }>

const put = {
  zh: '把备案号作为文字直接写在首页底部的 HTML 里',
  en: 'Write the number as text into the HTML at the bottom of the home page',
}

const messages = {
  missing: say({
    zh: () => ['首页上没有备案号', put.zh],
    en: () => ['The home page does not show a filing number', put.en],
  }),
  elsewhere: say<{ text: string; place: NumberElsewhere['place'] }>({
    zh: (d) => [`备案号“${d.text}”只写在${places[d.place].zh}里，打开首页看不到`, put.zh],
    en: (d) => [
      `The number “${d.text}” stands only in ${places[d.place].en}; nobody sees it on the page`,
      put.en,
    ],
  }),
  script: say<{ text: string }>({
    zh: (d) => [`备案号“${d.text}”由脚本写出，不在审核工具看到的 HTML 里`, put.zh],
    en: (d) => [
      `A script writes the number “${d.text}”: it is not in the HTML that a reviewer’s tool sees`,
      put.en,
    ],
  }),
  drawn: say({
    zh: () => ['首页由脚本画出，HTML 里没有备案号；审核工具看不到脚本写的页脚', put.zh],
    en: () => [
      'A script draws the page and there is no number in the HTML: a footer it writes is not in the HTML that a reviewer’s tool sees',
      put.en,
    ],
  }),
  image: say<{ about: string }>({
    zh: (d) => [`备案号只在图片“${d.about}”里，没有文字`, put.zh],
    en: (d) => [`The number is only in the picture “${d.about}”, not in text`, put.en],
  }),
  licence: say<{ text: string }>({
    zh: (d) => [
      `“${d.text}”是经营许可证号，不是备案号；首页上没有备案号`,
      '许可证号可以保留，另外写上备案号',
    ],
    en: (d) => [
      `“${d.text}” is the number of a licence, not of a filing; the page shows no filing number`,
      'Keep the licence and add the filing number',
    ],
  }),
  refresh: say<{ to: string }>({
    zh: (d) => [
      `首页没有备案号，自动转到“${d.to}”`,
      '备案号写在访客最后看到的网页上；那一页用 beian-check site 加它的网址检查',
    ],
    en: (d) => [
      `The home page has no number and sends visitors on to “${d.to}”`,
      'The number belongs on the page that visitors end at: check that one by its address',
    ],
  }),
  frames: say({
    zh: () => ['首页由框架（frame、iframe）组成，它自己的 HTML 里没有备案号', put.zh],
    en: () => ['The home page is made of frames and has no number in its own HTML', put.en],
  }),
}

export const filingNumber = defineRule({
  id: 'site/filing-number',
  level: 'error',
  sources: [guideStep(6), order33, documents['huawei-2026']],
  texts: {
    title: { zh: '首页写着备案号', en: 'The home page shows the filing number' },
    why: {
      zh: '备案通过后要在首页底部标明备案号；不标的会被责令改正并罚款，以后的备案也会因此被退回。',
      en: 'An approved website shows its number at the bottom of the home page. Without it there are fines, and later filings come back.',
    },
    messages,
  },
  examples: {
    bad: [
      { draft: '', page: '<title>山间札记</title><p>读书与登山</p>', says: 'missing' },
      { draft: '', page: '<p>读书</p><!-- 浙ICP备10000001号-1 -->', says: 'elsewhere' },
      {
        draft: '',
        page: '<p>读书</p><script>document.write("浙ICP备10000001号-1")</script>',
        says: 'script',
        profile: 'today',
        fixed:
          '<p>读书</p><script>document.write("浙ICP备10000001号-1")</script><p style="text-align: center"><a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener">浙ICP备10000001号-1</a></p>\n',
      },
      { draft: '', page: '<p>读书</p><img src="beian.png" alt="备案号">', says: 'image' },
      { draft: '', page: '<p>读书</p><p>浙ICP证030173号</p>', says: 'licence' },
      {
        draft: '',
        page: '<meta http-equiv="refresh" content="0; url=/home/"><p>读书</p>',
        says: 'refresh',
      },
      {
        draft: '备案: { 状态: 已通过, 备案号: 浙ICP备10000001号-1 }',
        page: '<body><p>读书</p></body>',
        says: 'missing',
        fixed:
          '<body><p>读书</p><p style="text-align: center"><a href="http://www.miibeian.gov.cn/" target="_blank" rel="noopener">浙ICP备10000001号-1</a></p>\n</body>',
      },
    ],
    good: [
      {
        draft: '',
        page: '<p>读书</p><footer><a href="http://www.miibeian.gov.cn/">浙ICP备10000001号</a></footer>',
      },
    ],
  },
  checkPage(page, { report, footer, filed }) {
    if (page.numbers.length > 0) return
    const { offset } = page.footer
    const fix = withFooter(page, footer, filed.number === undefined ? 'suggested' : 'safe')
    const [image] = page.images
    const [licence] = page.licences
    const found = page.elsewhere.find(({ place }) => place === 'script') ?? page.elsewhere[0]
    if (found?.place === 'script')
      report('script', { at: found.at, data: { text: found.reading.text }, ...fix })
    else if (found !== undefined) {
      const data = { text: found.reading.text, place: found.place }
      report('elsewhere', { at: found.at, data, ...fix })
    } else if (image !== undefined) report('image', { at: image.at, data: { about: image.about }, ...fix })
    else {
      const at = [offset, offset] as const
      if (page.refresh !== undefined)
        report('refresh', { at: page.refresh.at, data: { to: page.refresh.to } })
      else if (licence !== undefined) report('licence', { at, data: { text: licence.text }, ...fix })
      else if (page.drawnByScript) report('drawn', { at, ...fix })
      else if (page.frames > 0) report('frames', { at, ...fix })
      else report('missing', { at, ...fix })
    }
  },
})
