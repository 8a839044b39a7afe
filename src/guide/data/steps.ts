// What to do before, during and after the review, in order. The guide of 2007 gives the frame (its steps 1, 5 and 6 and its
// questions 1 to 3); hosts' documents say what holds today.
import { guideFaq, guideStep } from '../../../rules/sources.ts'
import type { Bilingual } from '../../draft/field.ts'
import type { Source } from '../../engine/rule.ts'
import { documents } from '../../profile/documents.ts'
import type { Procedure } from '../../profile/profile.ts'

export type FilingType = 'new' | 'add-website' | 'add-access' | 'change'
export type FilingMode = 'self' | 'agent'
export type FilingStatus = 'draft' | 'submitted' | 'rejected' | 'approved'

/** What a filing's way depends on. */
export interface Circumstances {
  readonly type: FilingType
  readonly mode: FilingMode
  readonly status: FilingStatus
  readonly procedure: Procedure
  /** Whether the profile wants the certificate file in /cert. */
  readonly wantsCertificate: boolean
  /** The access provider by its legal name: that of the draft, else that of the profile. */
  readonly host: string | undefined
  readonly websites: number
  /** Error-level findings of the draft. */
  readonly errors: number
  /** The filing number that the draft names. */
  readonly number: string | undefined
  /** Whether the user told a reason or a code. */
  readonly told: boolean
  /** The draft as the user named it, as a shell takes it, for commands to copy; undefined without one. */
  readonly file: string | undefined
  /** Options for `beian-check site`, with a space before each. */
  readonly forSite: string
}

/** One thing to do or to wait for. */
export interface Step {
  readonly id: string
  readonly who: 'you' | 'host' | 'bureau'
  readonly when: (about: Circumstances) => boolean
  readonly text: { readonly [L in keyof Bilingual]: (about: Circumstances) => string }
  readonly sources: readonly [Source, ...Source[]]
}

const tencent = documents['tencent-faq-2022']
const huawei = documents['huawei-2026']

const draftName = ({ file }: Circumstances): string => file ?? 'draft.yaml'
const hostOf = ({ host }: Circumstances, otherwise: string): string => host ?? otherwise
const before = ({ status }: Circumstances): boolean => status === 'draft'
const during = ({ status }: Circumstances): boolean => status === 'draft' || status === 'submitted'
const refused = ({ status }: Circumstances): boolean => status === 'rejected'
const passed = ({ status }: Circumstances): boolean => status === 'approved'
const atMinistry = ({ procedure }: Circumstances): boolean => procedure.submit === 'ministry'
const atHost = ({ procedure }: Circumstances): boolean => procedure.submit === 'host'
const bySelf = ({ mode }: Circumstances): boolean => mode === 'self'

export const steps: readonly Step[] = [
  {
    id: 'fix-first',
    who: 'you',
    when: (c) => before(c) && c.errors > 0,
    text: {
      zh: (c) => `先改好草稿里的 ${c.errors} 个错误：beian-check ${draftName(c)}`,
      en: (c) =>
        `First mend the ${c.errors === 1 ? 'error' : `${c.errors} errors`} of the draft: beian-check ${draftName(c)}`,
    },
    sources: [guideStep(2)],
  },
  {
    id: 'prepare',
    who: 'you',
    when: before,
    text: {
      zh: (c) => `核对和准备工具看不到的：beian-check checklist ${draftName(c)}`,
      en: (c) => `See to what no tool can see: beian-check checklist ${draftName(c)}`,
    },
    sources: [guideStep(2)],
  },
  {
    id: 'change-provider-new',
    who: 'you',
    when: (c) => before(c) && c.type === 'add-access',
    text: {
      zh: (c) => `换接入商：请原接入商取消接入，由${hostOf(c, '现接入商')}增加接入；主体和备案号不变`,
      en: (c) =>
        `Changing the provider: the old one cancels its access, ${hostOf(c, 'the new one')} adds its own; subject and number stay`,
    },
    sources: [guideFaq(3)],
  },
  {
    id: 'submit-at-ministry',
    who: 'you',
    when: (c) => before(c) && atMinistry(c) && bySelf(c),
    text: {
      zh: (c) =>
        `登录信产部备案网站 ${c.procedure.site}，按步骤录入主体信息、网站信息和接入信息；不要在接入商的网站后台提交`,
      en: (c) =>
        `Log in at the ministry’s site ${c.procedure.site} and enter subject, website and access step by step; do not submit in the host’s own panel`,
    },
    sources: [guideStep(1)],
  },
  {
    id: 'hand-to-host',
    who: 'you',
    when: (c) => before(c) && atMinistry(c) && !bySelf(c),
    text: {
      zh: (c) =>
        `代为备案：把草稿的内容交给${hostOf(c, '接入商')}，由它报备；记下用户名，以后修改、查询都要用`,
      en: (c) =>
        `Filed by the host: give the content of the draft to ${hostOf(c, 'the access provider')}, which submits it; keep the user name for changes and questions`,
    },
    sources: [guideFaq(1)],
  },
  {
    id: 'submit-at-host',
    who: 'you',
    when: (c) => before(c) && atHost(c),
    text: {
      zh: (c) =>
        `在${hostOf(c, '接入商')}的备案系统里录入并上传材料；现在由接入商初审后转管局，不在 ${c.procedure.site} 直接提交`,
      en: (c) =>
        `Enter it in the filing system of ${hostOf(c, 'the access provider')} with the papers; today the host reviews first and passes it on, nothing is submitted at ${c.procedure.site}`,
    },
    sources: [huawei, tencent],
  },
  {
    id: 'add-websites',
    who: 'you',
    when: (c) => before(c) && c.type !== 'change',
    text: {
      zh: (c) =>
        c.websites > 1
          ? `草稿里有 ${c.websites} 个网站：逐个点“添加网站”，并给每个添加接入信息`
          : '还有别的网站的，点“添加网站”，并给它添加接入信息',
      en: (c) =>
        c.websites > 1
          ? `The draft has ${c.websites} websites: choose 添加网站 for each and add its access entry`
          : 'For a further website choose 添加网站 and add its access entry',
    },
    sources: [guideStep(5)],
  },
  {
    id: 'finish',
    who: 'you',
    when: (c) => before(c) && atMinistry(c) && bySelf(c),
    text: {
      zh: () => '全部填好后点“完成”；这时才提交到接入商的备案管理后台',
      en: () => 'At the end choose 完成: only then does it reach the host’s filing desk',
    },
    sources: [guideStep(5)],
  },
  {
    id: 'do-not-refile-submitted',
    who: 'you',
    when: (c) => c.status === 'submitted',
    text: {
      zh: () => '已经提交，不要为同一网站再交一份：系统会按信息重复拒收',
      en: () => 'It is submitted: do not file the same website again, the system refuses what it has already',
    },
    sources: [guideFaq(2)],
  },
  {
    id: 'change-submitted-self',
    who: 'host',
    when: (c) => c.status === 'submitted' && atMinistry(c) && bySelf(c),
    text: {
      zh: (c) => `要修改：提交后自己改不了，把用户名和密码交给${hostOf(c, '接入商')}，由它代为修改`,
      en: (c) =>
        `To change something: you cannot any more; give user name and password to ${hostOf(c, 'the access provider')}, which changes it for you`,
    },
    sources: [guideFaq(1)],
  },
  {
    id: 'change-submitted-agent',
    who: 'host',
    when: (c) => c.status === 'submitted' && atMinistry(c) && !bySelf(c),
    text: {
      zh: (c) => `要修改：把用户名告诉${hostOf(c, '接入商')}，由它代为修改（不用给密码）`,
      en: (c) =>
        `To change something: tell ${hostOf(c, 'the access provider')} your user name, it changes it for you (no password needed)`,
    },
    sources: [guideFaq(1)],
  },
  {
    id: 'change-submitted-today',
    who: 'you',
    when: (c) => c.status === 'submitted' && atHost(c),
    text: {
      zh: (c) => `要修改：初审时请${hostOf(c, '接入商')}的审核人员退回，改好再提交；已转管局的等结果`,
      en: (c) =>
        `To change something: during the first review ask the reviewers of ${hostOf(c, 'the access provider')} to return it, then submit again; once it is at the bureau wait for the result`,
    },
    sources: [tencent],
  },
  {
    id: 'host-opinion',
    who: 'host',
    when: during,
    text: {
      zh: (c) =>
        `${hostOf(c, '接入商')}核对并填写接入商意见${atHost(c) ? '，会打电话核实，请保持畅通（1–2 个工作日）' : ''}`,
      en: (c) =>
        `${hostOf(c, 'The access provider')} looks at it and writes its opinion${atHost(c) ? '; it telephones, so keep the lines open (1–2 working days)' : ''}`,
    },
    sources: [guideStep(5), huawei],
  },
  {
    id: 'confirm-by-message',
    who: 'you',
    when: (c) => during(c) && atHost(c),
    text: {
      zh: () => '负责人收到工信部的核验短信后，24 小时内完成核验，过时会退回',
      en: () => 'The principals confirm the ministry’s text message within 24 hours; later it comes back',
    },
    sources: [huawei],
  },
  {
    id: 'province-review',
    who: 'bureau',
    when: during,
    text: {
      zh: (c) => `省通信管理局二次审核${atHost(c) ? '（1–20 个工作日）' : ''}，通过后给出备案号，流程结束`,
      en: (c) =>
        `The province’s communications administration reviews it${atHost(c) ? ' (1–20 working days)' : ''} and gives the filing number: done`,
    },
    sources: [guideStep(5), huawei],
  },
  {
    id: 'look',
    who: 'you',
    when: during,
    text: {
      zh: (c) =>
        atHost(c)
          ? `提交 ${c.procedure.lookAfterDays} 个工作日后在接入商的备案系统查看进度；管局的结果也可在 ${c.procedure.site} 公共查询`
          : `提交 ${c.procedure.lookAfterDays} 天后登录 ${c.procedure.site} 查看进度`,
      en: (c) =>
        atHost(c)
          ? `Look at the progress in the host’s system ${c.procedure.lookAfterDays} working days later; the bureau’s result is public at ${c.procedure.site}`
          : `${c.procedure.lookAfterDays} days after submitting log in at ${c.procedure.site} and look at the progress`,
    },
    sources: [guideStep(6)],
  },
  {
    id: 'after-approval',
    who: 'you',
    when: before,
    text: {
      zh: (c) => `通过之后要做的：beian-check next ${draftName(c)} --status approved`,
      en: (c) => `What to do after approval: beian-check next ${draftName(c)} --status approved`,
    },
    sources: [guideStep(6)],
  },
  {
    id: 'no-refile',
    who: 'you',
    when: refused,
    text: {
      zh: () => '不要为同一网站再次备案：被拒绝的仍在系统里，再交一份会因信息重复而无法提交',
      en: () =>
        'Do not file the same website again: the refused filing is still in the system, and a second one clashes with it',
    },
    sources: [guideFaq(2)],
  },
  {
    id: 'read-reason',
    who: 'you',
    when: (c) => refused(c) && !c.told,
    text: {
      zh: (c) =>
        `登录${atHost(c) ? '接入商的备案系统' : ` ${c.procedure.site} `}查看被拒绝的理由，再运行：beian-check next ${draftName(c)} --reason "理由原文"（或 --code 退回代码）`,
      en: (c) =>
        `Log in ${atHost(c) ? 'to the host’s filing system' : `at ${c.procedure.site}`} and read the reason, then run: beian-check next ${draftName(c)} --reason "its words" (or --code NUMBER)`,
    },
    sources: [guideFaq(2)],
  },
  {
    id: 'correct-draft',
    who: 'you',
    when: refused,
    text: {
      zh: (c) => `在草稿里改好，再检查一遍：beian-check ${draftName(c)}`,
      en: (c) => `Correct the draft and check it again: beian-check ${draftName(c)}`,
    },
    sources: [guideFaq(2)],
  },
  {
    id: 'host-corrects',
    who: 'host',
    when: (c) => refused(c) && atMinistry(c),
    text: {
      zh: (c) =>
        `联系${hostOf(c, '接入商')}修改原来那份备案：${bySelf(c) ? '自行备案的提供用户名和密码' : '代为备案的提供用户名'}，把改好的内容给它`,
      en: (c) =>
        `Have ${hostOf(c, 'the access provider')} correct the refused filing: give it ${bySelf(c) ? 'user name and password' : 'the user name'} and the corrected data`,
    },
    sources: [guideFaq(2), guideFaq(1)],
  },
  {
    id: 'correct-order-today',
    who: 'you',
    when: (c) => refused(c) && atHost(c),
    text: {
      zh: (c) => `在${hostOf(c, '接入商')}的备案系统里打开被退回的那份，改好后重新提交，不要另建`,
      en: (c) =>
        `Open the returned filing in the system of ${hostOf(c, 'the access provider')}, correct it and submit it again; do not begin a new one`,
    },
    sources: [tencent],
  },
  {
    id: 'back-to-province',
    who: 'host',
    when: refused,
    text: {
      zh: () => '改好的备案直接转到省通信管理局再次审核',
      en: () => 'The corrected filing goes straight back to the province’s administration',
    },
    sources: [guideFaq(2)],
  },
  {
    id: 'look-again',
    who: 'you',
    when: refused,
    text: {
      zh: (c) => `转交两天后再${atHost(c) ? '在接入商的备案系统' : `登录 ${c.procedure.site} `}查看结果`,
      en: (c) =>
        `Two days later look at the result ${atHost(c) ? 'in the host’s system' : `at ${c.procedure.site}`}`,
    },
    sources: [guideStep(6)],
  },
  {
    id: 'note-number',
    who: 'you',
    when: (c) => passed(c) && c.number === undefined,
    text: {
      zh: (c) => `把备案号写进草稿（备案 › 备案号），以后变更和检查首页都要用：${draftName(c)}`,
      en: (c) =>
        `Write the filing number into the draft (filing.number), changes and the check of the page need it: ${draftName(c)}`,
    },
    sources: [guideStep(5)],
  },
  {
    id: 'place-number',
    who: 'you',
    when: passed,
    text: {
      zh: (c) =>
        `把备案号${c.number === undefined ? '' : ` ${c.number} `}放在网站首页底部，并链接到工信部备案网站 ${c.procedure.site}`,
      en: (c) =>
        `Put the filing number${c.number === undefined ? '' : ` ${c.number}`} at the bottom of the home page, linked to the ministry’s site ${c.procedure.site}`,
    },
    sources: [guideStep(6), huawei],
  },
  {
    id: 'check-page',
    who: 'you',
    when: passed,
    text: {
      zh: (c) => `检查首页，并拿到现成的页脚：beian-check site 首页的网址或文件${c.forSite}`,
      en: (c) =>
        `Check the page and get the footer ready to paste: beian-check site ADDRESS-OR-FILE${c.forSite}`,
    },
    sources: [guideStep(6)],
  },
  {
    id: 'certificate-file',
    who: 'you',
    when: (c) => passed(c) && c.wantsCertificate,
    text: {
      zh: () => '把电子证书文件放到网站根目录（一般是 wwwroot）下的 /cert 目录',
      en: () => 'Put the electronic certificate into /cert of the site’s root folder (usually wwwroot)',
    },
    sources: [guideStep(6)],
  },
  {
    id: 'police',
    who: 'you',
    when: (c) => passed(c) && atHost(c),
    text: {
      zh: () =>
        '网站开通后 30 日内在 beian.mps.gov.cn 办理公安联网备案；通过后 30 日内把公安备案号和图标挂到首页底部',
      en: () =>
        'Within 30 days of opening file with the public security at beian.mps.gov.cn; within 30 days of its approval put number and icon into the footer',
    },
    sources: [huawei, tencent],
  },
  {
    id: 'keep-true',
    who: 'you',
    when: passed,
    text: {
      zh: (c) =>
        `信息有变化的及时变更${atHost(c) ? '（10 个工作日内），在接入商的备案系统办理' : '，联系接入商办理'}`,
      en: (c) =>
        `Report changes of the data${atHost(c) ? ' within 10 working days in the host’s system' : ' through the access provider'}`,
    },
    sources: [huawei, guideFaq(1)],
  },
  {
    id: 'keep-access',
    who: 'you',
    when: (c) => passed(c) && atHost(c),
    text: {
      zh: () => '域名一直解析到接入商的 IP、网站能打开且内容相符，否则会被取消接入，成为空壳后注销',
      en: () =>
        'Keep the domain on the host’s IP and the site open and fitting; else the access is cancelled and the empty filing deleted',
    },
    sources: [huawei],
  },
  {
    id: 'paid-services',
    who: 'you',
    when: (c) => passed(c) && atHost(c),
    text: {
      zh: () => '做收费信息服务的，另办 ICP 经营许可证；它不是备案号',
      en: () => 'Paid information services need an ICP licence besides; it is not the filing number',
    },
    sources: [huawei],
  },
  {
    id: 'change-provider',
    who: 'host',
    when: passed,
    text: {
      zh: () => '以后换接入商：原接入商取消接入，现接入商增加接入（beian-check faq 3）',
      en: () =>
        'To change the provider later: the old one cancels its access, the new one adds its own (beian-check faq 3)',
    },
    sources: [guideFaq(3)],
  },
]
