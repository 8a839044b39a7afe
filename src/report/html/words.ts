// The words of the page, in both languages.
import type { Bilingual } from '../../draft/field.ts'
import type { Language } from '../language.ts'

const table = {
  title: { zh: '备案草稿检查报告', en: 'ICP filing draft report' },
  skip: { zh: '跳到内容', en: 'Skip to content' },
  made: { zh: '检查日期', en: 'Checked on' },
  refused: { zh: '照现在的写法会被退回', en: 'Would be refused as it stands' },
  refusedSome: { zh: '# 份草稿会被退回（共 # 份）', en: '# of # drafts would be refused' },
  doubtful: { zh: '没有会被退回的错误，有几处建议处理', en: 'No errors; some points are worth mending' },
  fine: { zh: '没有发现问题', en: 'No problems found' },
  unread: { zh: '有文件无法检查', en: 'Some files could not be checked' },
  unreadable: { zh: '没有检查的文件', en: 'Files that were not checked' },
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  info: { zh: '提示', en: 'Info' },
  ok: { zh: '未发现问题', en: 'No problem found' },
  empty: { zh: '未填写', en: 'Left empty' },
  unusable: { zh: '写法不对，没有读取', en: 'Not read as it is written' },
  all: { zh: '整段', en: 'All of it' },
  errorMeans: { zh: '会被退回', en: 'would be refused' },
  warningMeans: { zh: '容易被退回或拖慢审核', en: 'often refused or slow' },
  infoMeans: { zh: '值得知道', en: 'worth knowing' },
  filter: { zh: '筛选', en: 'Filter' },
  show: { zh: '显示', en: 'Show' },
  okRows: { zh: '没有问题的栏目', en: 'Fields without problems' },
  emptyRows: { zh: '没有填写的栏目', en: 'Empty fields' },
  draft: { zh: '草稿', en: 'Draft' },
  allDrafts: { zh: '全部草稿', en: 'All drafts' },
  shown: { zh: '显示 # 条，共 # 条', en: 'Showing # of # findings' },
  field: { zh: '栏目', en: 'Field' },
  value: { zh: '填写内容', en: 'Value' },
  result: { zh: '检查结果', en: 'Result' },
  write: { zh: '怎么写', en: 'Write' },
  fix: { zh: '可修正', en: 'Fix' },
  source: { zh: '出处：', en: 'Source: ' },
  also: { zh: '另一处', en: 'See also' },
  code: { zh: '退回代码', en: 'return code' },
  line: { zh: '第 # 行', en: 'line #' },
  whole: { zh: '整份草稿', en: 'The draft as a whole' },
  noAccess: { zh: '没有接入信息', en: 'No access entry' },
  noWebsite: { zh: '没有网站信息', en: 'No website' },
  unparsed: {
    zh: '这份草稿读不出来，没有栏目可列。',
    en: 'This draft could not be read, so there are no fields to show.',
  },
  gone: {
    zh: '草稿文件不在手边，没有栏目可列，只列问题。',
    en: 'The file of this draft is not at hand: its problems are listed without the form.',
  },
  overview: { zh: '总览', en: 'Overview' },
  byState: { zh: '草稿', en: 'Drafts' },
  byRule: { zh: '最常见的问题', en: 'Most frequent problems' },
  byPart: { zh: '问题在表单的哪一部分', en: 'Where in the form' },
  withErrors: { zh: '有错误', en: 'With errors' },
  withWarnings: { zh: '只有警告或提示', en: 'With warnings or infos' },
  clean: { zh: '没有问题', en: 'Clean' },
  subject: { zh: '主体信息', en: 'Subject' },
  website: { zh: '网站信息', en: 'Website' },
  access: { zh: '接入信息', en: 'Access' },
  other: { zh: '其他', en: 'Other' },
  list: { zh: '有问题的草稿', en: 'Drafts with problems' },
  rest: { zh: '其他草稿的问题', en: 'Problems of the other drafts' },
  restWhy: {
    zh: '草稿太多，下面的只列问题；要看表单，单独检查那份草稿。',
    en: 'There are many drafts: of these only the problems are listed. Check such a draft by itself to see its form.',
  },
  more: { zh: '另有 # 条没有列出，见 JSON 报告。', en: '# more are not listed; a JSON report has them all.' },
  moreDrafts: {
    zh: '另有 # 份有问题的没有展开，问题列在最后。',
    en: '# more have no form on this page; their problems come last.',
  },
  cleanLeft: { zh: '没有问题的 # 份没有展开。', en: 'The # clean drafts are left out.' },
  moreValues: { zh: '另有 # 项', en: '# more' },
  moreParts: {
    zh: '网站和接入太多，后面的没有列成表。',
    en: 'Websites and access entries beyond these are not laid out.',
  },
  moreFiles: { zh: '另有 # 个。', en: '# more.' },
  place: { zh: '位置', en: 'Place' },
  problem: { zh: '问题', en: 'Problem' },
  yourself: { zh: '请自行核对（工具看不到的）', en: 'Please check yourself (no tool can see these)' },
  prepare: { zh: '提交前要准备和核对的', en: 'To prepare and see to before submitting' },
  masked: {
    zh: '证件号码、电话、邮箱和详细地址已遮盖。',
    en: 'Identity numbers, phones, mail addresses and door numbers are masked.',
  },
  unmasked: {
    zh: '这份报告含完整的个人信息，请妥善保管。',
    en: 'This report shows personal values in full: keep it safe.',
  },
  quiet: { zh: '只列错误', en: 'errors only' },
} as const satisfies Record<string, Record<Language, string>>

export type Word = keyof typeof table
/** Says a word of the page; each # takes the next number. */
export type Say = (word: Word, ...numbers: readonly number[]) => string

/** A word in both languages, where a field's label would stand. */
export const wordPair = (word: Word): Bilingual => table[word]

/** The words of a language. */
export function wordsIn(language: Language): Say {
  return (word, ...numbers) => {
    const left = [...numbers]
    return table[word][language].replace(/#/g, (mark) => String(left.shift() ?? mark))
  }
}
