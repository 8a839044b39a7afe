// The documents that rules refer to, written once.
import type { Bilingual } from '../src/draft/field.ts'
import type { Source } from '../src/engine/rule.ts'

/** The hosting company's guide that the default profile is modelled on. */
const guide = (ref: Bilingual): Source => ({
  title: { zh: '网站备案须知（双云网络）', en: 'Guide to website filing (Shuangyun hosting)' },
  year: 2007,
  ref,
})

/** A numbered step of the guide. */
export const guideStep = (step: number): Source => guide({ zh: `第 ${step} 步`, en: `step ${step}` })

/** A question of the guide's appendix. */
export const guideFaq = (question: number): Source => guide({ zh: `问答 ${question}`, en: `FAQ ${question}` })

/** MIIT's interface between hosts and the filing system, with its return codes. */
export const miitInterface = (zh: string, en: string = zh): Source => ({
  title: { zh: '工信部备案系统企业侧接口规范 V3.0', en: 'MIIT filing system, enterprise interface V3.0' },
  year: 2013,
  ref: { zh, en },
})

/** MIIT's published standard for the data of a filing. */
export const miit2009 = (zh: string, en: string = zh): Source => ({
  title: {
    zh: '工信部网站备案信息填报标准（电管〔2009〕188 号）',
    en: 'MIIT standard for filing data (no. 188 of 2009)',
  },
  year: 2009,
  ref: { zh, en },
})

/** The order that asks websites to show their number, and fines those that do not. */
export const order33: Source = {
  title: {
    zh: '非经营性互联网信息服务备案管理办法（信息产业部令第 33 号）',
    en: 'Order 33 of the Ministry of Information Industry, on the filing of websites',
  },
  year: 2005,
}

/** A national standard, by its number. */
export const standard = (number: string, zh: string, en: string, year: number): Source => ({
  title: { zh: `${number} ${zh}`, en: `${number} ${en}` },
  year,
})
