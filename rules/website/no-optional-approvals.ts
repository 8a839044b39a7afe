// Approval boxes stay unticked unless the website needs one; then the number belongs there.

import type { Website } from '../../src/draft/catalogue.ts'
import { defineRule, say } from '../../src/engine/rule.ts'
import { approvalFields } from '../../src/facts/data/approval-words.ts'
import { remembering } from '../../src/facts/remember.ts'
import { guideStep, miitInterface } from '../sources.ts'
import { isNone } from './none.ts'

type ApprovalField = (typeof approvalFields)[number]

const wordsOf = remembering((words: string): readonly string[] => words.split(' '))

/** Latin words of the table are in capitals. */
function hasWord(text: string, { words }: ApprovalField): boolean {
  const capitals = text.toUpperCase()
  return wordsOf(words).some((word) => capitals.includes(word))
}

/** What the form writes and what people write: 医疗保健 and 医疗, 广播电影电视节目 and 广播影视. */
const sameField = (written: string, field: ApprovalField): boolean =>
  written.includes(field.zh) || field.zh.includes(written) || hasWord(written, field)

/** The fields that a website's own words show. What the remark says of not doing shows the opposite. */
function shownFields({ name = '', remark = '', domains }: Website, sponsor: string): ApprovalField[] {
  const clauses = remark.split(/[，。；,;\n]/)
  const isDenial = (clause: string) => /[不未没无](?:有)?(?:涉及|提供|从事|开展|包含|含)/.test(clause)
  const denied = clauses.filter(isDenial).join('\n')
  if (denied.includes('审批')) return []
  const told = clauses.filter((clause) => !isDenial(clause))
  const text = [name, sponsor, ...told, ...domains.map((domain) => domain.name ?? '')].join('\n')
  return approvalFields.filter((field) => hasWord(text, field) && !hasWord(denied, field))
}

/** Whether a text names a field of the form, or is one of its numbers. */
const isOnForm = (written: string): boolean =>
  /^\d{1,5}$|培训/.test(written) || approvalFields.some((field) => sameField(written, field))

export const noOptionalApprovals = defineRule({
  id: 'website/no-optional-approvals',
  level: 'warning',
  sources: [guideStep(3), miitInterface('Nrlx_id, Qzsph, 1033')],
  returnCode: 1033,
  texts: {
    title: { zh: '不涉及前置审批的不要勾选', en: 'Approval boxes stay unticked unless one is needed' },
    why: {
      zh: '勾选了前置或专项审批，就要提交批准文件，审核也更慢；不涉及的网站不要勾选，涉及的写上批准文号。',
      en: 'Each box asks for the paper of an authority and slows the review. Tick none that is not needed; where one is, write its number.',
    },
    messages: {
      notNeeded: say<{ approval: string; name: string }>({
        zh: (d) => [
          `勾选了“${d.approval}”审批，但从网站名称和备注看不出需要`,
          '不涉及就不要勾选；涉及的，在网站备注里说明内容并写上批准文号',
        ],
        en: (d) => [
          `The approval “${d.approval}” is ticked, but neither name nor remark of the website shows a need`,
          'Leave it unticked; where it is needed, describe the content in the remark and give the number',
        ],
      }),
      individual: say<{ approval: string }>({
        zh: (d) => [`个人不能办理“${d.approval}”审批`, '去掉这一项；网站确实涉及的，由取得批准的单位备案'],
        en: (d) => [
          `An individual cannot hold the approval “${d.approval}”`,
          'Remove it; a website that needs it is filed by a unit that holds it',
        ],
      }),
      noNumber: say<{ approval: string }>({
        zh: (d) => [`“${d.approval}”审批没有写批准文号`, '写成 { 审批类型: …, 审批号: … }'],
        en: (d) => [`The approval “${d.approval}” has no number`, 'Write { type: …, number: … }'],
      }),
      unknown: say<{ approval: string }>({
        zh: (d) => [
          `前置审批里没有“${d.approval}”这一类`,
          `表单上的有：${approvalFields.map(({ zh }) => zh).join('、')}、校外培训；不涉及就留空`,
        ],
        en: (d) => [
          `There is no approval “${d.approval}” on the form`,
          `It has ${approvalFields.map(({ en }) => en).join(', ')}, tutoring; leave the field empty where none is needed`,
        ],
      }),
      writtenNone: say<{ approval: string }>({
        zh: (d) => [`“${d.approval}”也会算作勾选了一项`, '不涉及前置审批时，这一栏留空'],
        en: (d) => [
          `“${d.approval}” counts as a ticked box`,
          'Leave the field empty where no approval is needed',
        ],
      }),
    },
  },
  examples: {
    bad: [
      {
        draft: '网站信息: { 网站名称: 山间札记, 前置审批: [新闻] }',
        says: 'notNeeded',
        fixed: '网站信息: { 网站名称: 山间札记, 前置审批: [] }',
      },
      {
        draft: '主体信息: { 主办单位性质: 个人 }\n网站信息: { 网站名称: 每日新闻摘抄, 前置审批: 新闻 }',
        says: 'individual',
        fixed: '主体信息: { 主办单位性质: 个人 }\n网站信息: { 网站名称: 每日新闻摘抄 }',
      },
      { draft: '网站信息: { 网站名称: 江城新闻网, 前置审批: 新闻 }', says: 'noNumber' },
      { draft: '网站信息: { 网站名称: 山间札记, 前置审批: 散步 }', says: 'unknown' },
      {
        draft: '网站信息: { 网站名称: 山间札记, 前置审批: 无 }',
        says: 'writtenNone',
        fixed: '网站信息: { 网站名称: 山间札记 }',
      },
    ],
    good: [
      { draft: '网站信息: { 网站名称: 山间札记 }' },
      {
        draft:
          '主体信息: { 主办单位性质: 企业 }\n网站信息: { 网站名称: 江城新闻网, 前置审批: { 审批类型: 新闻, 审批号: 国新网0000001号 } }',
      },
    ],
  },
  check(draft, { report }) {
    for (const [i, website] of draft.websites.entries()) {
      if (website.approvals.length === 0) continue
      const shown = shownFields(website, draft.subject.name ?? '')
      for (const [k, { type, number: written }] of website.approvals.entries()) {
        if (type === undefined) continue
        const number = written === undefined || isNone(written) ? undefined : written
        const at = ['websites', i, 'approvals', k, 'type'] as const
        const remove = {
          safety: 'suggested',
          edits: [{ op: 'remove', path: ['websites', i, 'approvals', k] }],
        } as const
        const needed = shown.some((field) => sameField(type, field))
        if (isNone(type)) report('writtenNone', { at, data: { approval: type }, fix: remove })
        else if (!isOnForm(type)) report('unknown', { at, data: { approval: type } })
        else if (draft.subject.nature === 'individual' && !(needed && number !== undefined))
          report('individual', { at, data: { approval: type }, fix: remove })
        else if (!needed && number === undefined) {
          report('notNeeded', { at, data: { approval: type, name: website.name ?? '' }, fix: remove })
        } else if (number === undefined) report('noNumber', { at, data: { approval: type } })
      }
    }
  },
})
