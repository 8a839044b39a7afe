// The website's own number with -N, or the subject's without, as the province wants.
import { defineRule, say } from '../../src/engine/rule.ts'
import { subjectNumber } from '../../src/facts/filing-number.ts'
import { documents } from '../../src/profile/documents.ts'
import { mainNumber } from '../../src/site/main-number.ts'
import { guideStep } from '../sources.ts'

interface Options {
  /** `site`: with -N; `subject`: without; `either`: nobody asks. */
  want: 'site' | 'subject' | 'either'
}

const messages = {
  missing: say<{ text: string; example: string }>({
    zh: (d) => [`“${d.text}”是主体备案号，后面少网站序号`, `写网站自己的备案号，例如“${d.example}”`],
    en: (d) => [
      `“${d.text}” is the subject’s number; the website’s own behind it is missing`,
      `Write the website’s number, such as “${d.example}”`,
    ],
  }),
  unwanted: say<{ text: string; subject: string }>({
    zh: (d) => [`本省的首页写主体备案号，不带序号：“${d.text}”`, `写成“${d.subject}”`],
    en: (d) => [
      `This province requires the subject’s number without the website’s: “${d.text}”`,
      `Write “${d.subject}”`,
    ],
  }),
}

export const numberSuffix = defineRule({
  id: 'site/number-suffix',
  level: 'warning',
  sources: [documents['huawei-2026'], guideStep(6)],
  options: {
    schema: (z) =>
      z.strictObject({
        want: z
          .enum(['site', 'subject', 'either'])
          .describe(
            '首页写带序号的网站备案号、不带序号的主体备案号，还是都可以 · Whether the page shows the number with the website’s own, the one without, or either',
          ),
      }),
    defaults: { want: 'either' } satisfies Options as Options,
  },
  texts: {
    title: {
      zh: '备案号带不带网站序号，按本省要求',
      en: 'With or without the website’s own number, as the province wants',
    },
    why: {
      zh: '同一主体的几个网站以“-1”“-2”区分，首页一般写带序号的网站备案号；广东写主体备案号。',
      en: 'Websites of one subject differ by -1, -2; the home page usually shows that number. Guangdong wants the subject’s.',
    },
    messages,
  },
  examples: {
    bad: [
      { draft: '', page: '<p>浙ICP备10000001号</p>', says: 'missing', options: { want: 'site' } },
      {
        draft: '',
        page: '<p>粤ICP备10000001号-1</p>',
        says: 'unwanted',
        options: { want: 'subject' },
        fixed: '<p>粤ICP备10000001号</p>',
      },
    ],
    good: [
      { draft: '', page: '<p>浙ICP备10000001号-1</p>', options: { want: 'site' } },
      { draft: '', page: '<p>粤ICP备10000001号</p>', options: { want: 'subject' } },
      { draft: '', page: '<p>浙ICP备10000001号</p>' },
    ],
  },
  checkPage(page, { report, filed, options }) {
    const shown = mainNumber(page, filed)
    const { canonical, text } = shown?.reading ?? {}
    if (shown === undefined || canonical === undefined || text === undefined) return
    const { at, exact } = shown
    const subject = subjectNumber(canonical)
    if (options.want === 'site' && subject === canonical) {
      const own = filed.number?.startsWith(`${subject}-`) === true ? filed.number : undefined
      const fix = own === undefined || !exact ? {} : { fix: { at, text: own } }
      report('missing', { at, data: { text, example: own ?? `${subject}-1` }, option: 'want', ...fix })
    }
    // One document only says so, and pages of the province show both.
    if (options.want === 'subject' && subject !== canonical)
      report('unwanted', {
        at,
        data: { text, subject },
        atMost: 'info',
        option: 'want',
        ...(exact && { fix: { at, text: subject } }),
      })
  },
})
