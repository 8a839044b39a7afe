// The documents that profiles and word lists refer to, by short id. What a finding shows as its source.
import type { Bilingual } from '../draft/field.ts'
import type { Source } from '../engine/rule.ts'

const document = (year: number, zh: string, en: string, ref?: Bilingual): Source => ({
  title: { zh, en },
  year,
  ...(ref !== undefined && { ref }),
})

export const documents = {
  'measures-2000': document(
    2000,
    '互联网信息服务管理办法（国务院令第 292 号）',
    'Measures on internet information services (State Council order 292)',
    { zh: '第十五条', en: 'article 15' },
  ),
  'guide-2007': document(2007, '网站备案须知（双云网络）', 'Guide to website filing (Shuangyun hosting)'),
  'miit-2009': document(
    2009,
    '工信部网站备案信息填报标准（电管〔2009〕188 号）',
    'MIIT standard for filing data (no. 188 of 2009)',
  ),
  'miit-2013': document(
    2013,
    '工信部备案系统企业侧接口规范 V3.0',
    'MIIT filing system, enterprise interface V3.0',
  ),
  'miit-domains-2018': document(
    2018,
    '工信部关于规范互联网信息服务使用域名的通知',
    'MIIT notice on domains in internet services',
  ),
  'gov-apps-2024': document(
    2024,
    '互联网政务应用安全管理规定',
    'Provisions on the security of government applications',
  ),
  'west-2013': document(2013, '西部数码备案说明', 'West.cn, notes on filing'),
  'cenje-2014': document(2014, '中国企业网网站备案规范', 'cenje.com.cn, standards of website filing'),
  'netease-2016': document(2016, '网易云备案表单', 'NetEase, filing form'),
  'tencent-2017': document(2017, '腾讯云《各省管局要求》', 'Tencent Cloud, requirements of the provinces'),
  'tencent-faq-2022': document(2022, '腾讯云备案常见问题', 'Tencent Cloud, questions on filing'),
  'tencent-2022': document(2022, '腾讯云《各省管局要求》', 'Tencent Cloud, requirements of the provinces'),
  'inspur-2021': document(2021, '浪潮云备案系统', 'Inspur Cloud, filing console'),
  '300cn-2021': document(2021, '中企动力网站命名要求', '300.cn, naming of websites'),
  'xinnet-2023': document(2023, '新网备案规范', 'Xinnet, standards of filing'),
  'form-2023': document(2023, '各省管局备案系统代码表', 'Code lists of the provincial filing systems'),
  'huawei-2026': document(2026, '华为云备案知识库', 'Huawei Cloud, knowledge base on filing'),
  'lists-of-hosts': document(2021, '多家接入商的网站命名用词表', 'Word lists of several hosts'),
} as const satisfies Record<string, Source>

export type DocumentId = keyof typeof documents

/** Whether a word is the id of a document. */
export const isDocument = (id: string): id is DocumentId => Object.hasOwn(documents, id)
