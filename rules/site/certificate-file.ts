// The certificate file lies where the guide wants it.
import { defineRule, say } from '../../src/engine/rule.ts'
import { guideStep } from '../sources.ts'

const messages = {
  missing: say<{ place: string }>({
    zh: (d) => [
      `没有电子证书文件：${d.place}`,
      '从备案系统下载电子证书，放到网站根目录（一般是 wwwroot）下的 cert 目录',
    ],
    en: (d) => [
      `There is no certificate file: ${d.place}`,
      'Download the certificate from the filing system into cert, below the site’s root folder (usually wwwroot)',
    ],
  }),
  empty: say<{ place: string }>({
    zh: (d) => [`电子证书文件是空的：${d.place}`, '重新下载，按二进制方式上传'],
    en: (d) => [
      `The certificate file is empty: ${d.place}`,
      'Download it again and upload it in binary mode',
    ],
  }),
}

export const certificateFile = defineRule({
  id: 'site/certificate-file',
  level: 'error',
  sources: [guideStep(6)],
  texts: {
    title: { zh: '电子证书在 /cert 目录', en: 'The certificate file lies in /cert' },
    why: {
      zh: '2007 至 2010 年，备案通过后要把电子证书文件 bazs.cert 放到网站的 /cert 目录；现在的备案没有这个文件。',
      en: 'From 2007 to 2010 the certificate file bazs.cert of an approved filing went into /cert of the website. Filings of today have none.',
    },
    messages,
    reminders: {
      unknown: say<{ place: string }>({
        zh: (d) => [`电子证书文件已上传：${d.place}`],
        en: (d) => [`The certificate file is uploaded: ${d.place}`],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '',
        page: '<p>浙ICP备10000001号</p>',
        says: 'missing',
        known: { certificate: { state: 'missing', place: '/cert/bazs.cert' } },
      },
      {
        draft: '',
        page: '<p>浙ICP备10000001号</p>',
        says: 'empty',
        known: { certificate: { state: 'empty', place: '/cert/bazs.cert' } },
      },
    ],
    good: [
      {
        draft: '',
        page: '<p>浙ICP备10000001号</p>',
        known: { certificate: { state: 'found', place: '/cert/bazs.cert' } },
      },
    ],
  },
  checkPage({ certificate }, { report, remind }) {
    if (certificate === undefined) return
    const { state, place } = certificate
    if (state === 'missing' || state === 'empty') report(state, { at: [0, 0], data: { place } })
    else if (state === 'unknown') remind('unknown', { place })
  },
})
