// The guide of 2007 sentence by sentence, and where the tool takes each up. The guide itself is not repeated: a sentence is
// known by its place and its opening words, and told in a line of ours.
import type { Bilingual } from '../../draft/field.ts'

/** What takes a sentence up. Rules named `site/…` are those of `beian-check site`; `checklist` is a reminder of a rule, `RULE#reminder`. */
export type Target =
  | { readonly rule: string }
  | { readonly checklist: string }
  | { readonly next: string }
  | { readonly faq: number }
  | { readonly command: string }
  | { readonly profile: string }
  /** It asks for nothing: why. */
  | { readonly nothing: string }

/** One sentence of the guide. */
export interface Sentence extends Bilingual {
  /** Step and place in it, `2.1`; `FAQ 4.2`; `intro`, `end`. */
  readonly place: string
  /** Its first characters in the guide. */
  readonly opens: string
  readonly where: readonly [Target, ...Target[]]
}

const sentence = (
  place: string,
  opens: string,
  zh: string,
  en: string,
  ...where: [Target, ...Target[]]
): Sentence => ({ place, opens, zh, en, where })

const rule = (id: string): Target => ({ rule: id })
const next = (id: string): Target => ({ next: id })
const question = (number: number): Target => ({ faq: number })
const see = (id: string): Target => ({ checklist: id })

export const sentences: readonly Sentence[] = [
  sentence('intro.1', '网站备案须知', '标题、作者、日期', 'Title, author, date', { profile: 'jinyong' }),
  sentence('intro.2', '尊敬的用户', '称呼', 'Greeting', { nothing: 'a greeting' }),
  sentence('intro.3', '为了让大家更快', '照步骤做，备案才快', 'Following the steps makes the filing fast', {
    command: 'next',
  }),
  sentence(
    '1.1',
    '登录信产部备案',
    '在信产部备案网站提交',
    'Submit at the ministry’s site',
    next('submit-at-ministry'),
  ),
  sentence(
    '1.2',
    '勿在我们网站',
    '不在接入商后台提交',
    'Not in the host’s panel',
    next('submit-at-ministry'),
  ),
  sentence(
    '1.3',
    '按步骤录入主体',
    '按步骤录入主体信息',
    'Enter the subject step by step',
    rule('draft/missing'),
    { command: 'init' },
  ),
  sentence(
    '2.1',
    '填写主体信息时',
    '个人写真实姓名，否则不批准',
    'An individual gives the real name, or it is refused',
    rule('subject/real-name'),
  ),
  sentence(
    '2.2',
    '详细地址必须填',
    '地址具体到门牌号',
    'The address goes down to the door number',
    rule('subject/address-door-number'),
    rule('subject/address-region'),
  ),
  sentence(
    '2.3',
    '身份证号等证件',
    '证件号真实',
    'Certificate numbers are real',
    rule('subject/certificate-number'),
    rule('subject/certificate-type'),
    see('subject/certificate-number#realPapers'),
  ),
  sentence(
    '2.4',
    '电话、手机号、',
    '电话、手机、邮箱真实',
    'Phone, mobile and mailbox are real',
    rule('contact/phone'),
    rule('contact/mobile'),
    rule('contact/email'),
    see('contact/phone#answered'),
  ),
  sentence(
    '3.1',
    '填写网站信息,',
    '不涉及的前置审批不勾',
    'Approvals that the site does not need stay unticked',
    rule('website/no-optional-approvals'),
  ),
  sentence(
    '3.2',
    '网站服务内容最',
    '服务内容最好不勾，审核更快',
    'Service contents best unticked: a faster review',
    rule('website/no-optional-services'),
  ),
  sentence(
    '4.1',
    '填写接入信息,',
    '接入服务提供商写全称，否则接入商审核不通过',
    'The provider’s exact name, or the host refuses',
    rule('access/provider'),
    see('access/provider#contract'),
  ),
  sentence(
    '4.2',
    '网站IP一定要',
    'IP 是接入商的',
    'The IP is one of the host’s',
    rule('access/own-ip'),
    rule('access/ip'),
    see('access/own-ip#yours'),
  ),
  sentence(
    '4.3',
    '接入方式选择虚',
    '接入方式选虚拟主机',
    'The method is virtual host',
    rule('access/method'),
  ),
  sentence(
    '4.4',
    '服务器放置地点',
    '查出 IP 所在地，或问客服',
    'Look up where the IP is, or ask the host',
    rule('access/location-matches-ip'),
    see('access/location-matches-ip#lookUp'),
  ),
  sentence(
    '4.5',
    'IP在哪个省在',
    'IP 在哪个省就勾哪个省',
    'Tick the province of the IP',
    rule('access/location-matches-ip'),
  ),
  sentence(
    '5.1',
    '如果想添加多个',
    '多个网站逐个添加，并各加接入',
    'Add further websites, each with its access',
    rule('website/has-access'),
    next('add-websites'),
  ),
  sentence('5.2', '所有操作完后点', '点“完成”才提交', '完成 submits it', next('finish')),
  sentence('5.3', '我们看到您提交', '接入商填写意见', 'The host writes its opinion', next('host-opinion')),
  sentence(
    '5.4',
    '意见提交后由省',
    '省管局二次审核',
    'The province reviews it again',
    next('province-review'),
  ),
  sentence(
    '5.5',
    '通信局审核通过',
    '通过后给出备案号，流程结束',
    'The number is given; the process ends',
    next('province-review'),
    next('note-number'),
  ),
  sentence('6.1', '用户在提交备案', '两天后查看进度', 'Look at the progress after two days', next('look')),
  sentence(
    '6.2',
    '如果备案通过后',
    '备案号放首页底部',
    'The number goes to the bottom of the home page',
    next('place-number'),
    rule('site/filing-number'),
    rule('site/number-format'),
    rule('site/encoding'),
    rule('site/redirect'),
    rule('site/footer'),
    rule('site/visible'),
    rule('site/number-matches'),
  ),
  sentence(
    '6.3',
    '并链接到信产部',
    '链接到信产部网站',
    'It links to the ministry',
    next('place-number'),
    rule('site/link-target'),
  ),
  sentence(
    '6.4',
    '电子证书放置网',
    '电子证书放 /cert',
    'The certificate file goes to /cert',
    next('certificate-file'),
    rule('site/certificate-file'),
  ),
  sentence('FAQ 1', '如何修改信息', '问题：怎样修改', 'The question: how to change', question(1)),
  sentence(
    'FAQ 1.1',
    '(1)对自行备案的情况:如果',
    '自行备案未提交的，登录后自己改',
    'Not submitted: log in and edit',
    question(1),
  ),
  sentence(
    'FAQ 1.2',
    '如果备案信息已经提交',
    '已提交的，由接入商代改',
    'Submitted: the host changes it',
    question(1),
    next('change-submitted-self'),
  ),
  sentence(
    'FAQ 1.3',
    '(2)对接入服务商代备案的情况:请和',
    '代备案的，凭用户名由接入商改',
    'Filed by the host: it changes it by the user name',
    question(1),
    next('change-submitted-agent'),
  ),
  sentence('FAQ 2', '备案信息被所属省', '问题：被拒绝怎么办', 'The question: refused', question(2)),
  sentence(
    'FAQ 2.1',
    '请使用用户名和密码登陆,查看',
    '登录看理由',
    'Read the reason',
    question(2),
    next('read-reason'),
  ),
  sentence(
    'FAQ 2.2',
    '联系接入商修改不符',
    '请接入商改',
    'The host corrects it',
    question(2),
    next('host-corrects'),
  ),
  sentence(
    'FAQ 2.3',
    '修改后的备案信息',
    '直接转省管局再审',
    'Straight back to the province',
    question(2),
    next('back-to-province'),
  ),
  sentence(
    'FAQ 2.4',
    '注:拒绝后',
    '不为相同网站再次备案，会冲突',
    'Do not file the same website again: it clashes',
    rule('filing/no-refile'),
    next('no-refile'),
    question(2),
  ),
  sentence(
    'FAQ 3',
    '如何更改“接入',
    '问题：怎样换接入单位',
    'The question: changing the provider',
    question(3),
  ),
  sentence(
    'FAQ 3.1',
    '请您联系原接入单位',
    '原接入单位取消接入',
    'The old provider cancels',
    question(3),
    next('change-provider-new'),
    next('change-provider'),
  ),
  sentence(
    'FAQ 3.2',
    '联系现接入单位',
    '现接入单位增加接入',
    'The new provider adds',
    question(3),
    next('change-provider-new'),
  ),
  sentence('FAQ 4', '填写备案信息时,提示', '问题：提示冲突怎么办', 'The question: a clash', question(4)),
  sentence(
    'FAQ 4.1',
    '此情况出现的原因',
    '信息与系统里的重复',
    'The data is in the system already',
    question(4),
    rule('conflict/website'),
    rule('conflict/website-name'),
    rule('conflict/homepage'),
  ),
  sentence(
    'FAQ 4.2',
    '请检查填写的备案信息(如域名',
    '核对域名、证件号码',
    'Compare domain and certificate number',
    question(4),
    rule('conflict/domain'),
    rule('conflict/certificate'),
  ),
  sentence('FAQ 4.3', '如填写错误', '填错的改', 'Correct what is wrong', question(4)),
  sentence(
    'FAQ 4.4',
    '如填写无误',
    '无误的找省管局，带证明',
    'If right, the province, with proof',
    question(4),
  ),
  sentence('FAQ 5', '注册时收不到', '问题：收不到验证码', 'The question: no code comes', question(5)),
  sentence('FAQ 5.1', '请您检查注册时', '核对手机和邮箱', 'Compare mobile and mail', question(5)),
  sentence(
    'FAQ 5.2',
    '如手机或E-mail填写错误',
    '填错的换用户名重注册',
    'If wrong, another user name',
    question(5),
  ),
  sentence('FAQ 5.3', '如手机及E-mail填写正确', '没错的重新取', 'If right, ask again', question(5)),
  sentence('FAQ 6', '注册验证码丢了', '问题：验证码丢了', 'The question: the code is lost', question(6)),
  sentence('FAQ 6.1', '新打开一个IE页面', '打开登录页', 'Open the login page', question(6)),
  sentence('FAQ 6.2', '在登陆页面中的', '点新用户注册', 'Choose to register', question(6)),
  sentence('FAQ 6.3', '点击“接受”按钮,进入浏览', '接受，看流程图', 'Accept, see the chart', question(6)),
  sentence('FAQ 6.4', '点击“接受”按钮,进入注册', '接受，到注册页', 'Accept, register', question(6)),
  sentence(
    'FAQ 6.5',
    '在注册页面用户名处',
    '检测用户名得到验证码',
    'Test the name, get the code',
    question(6),
  ),
  sentence('FAQ 7', '密码丢失了怎么', '问题：密码丢了', 'The question: the password is lost', question(7)),
  sentence('FAQ 7.1', '在系统的登陆页面中,点击“找回密码”', '点找回密码', 'Choose recovery', question(7)),
  sentence('FAQ 7.2', '在找回密码页面', '填用户名等', 'Enter user name and so on', question(7)),
  sentence('FAQ 7.3', '点击“提交”按钮', '提交', 'Submit', question(7)),
  sentence('FAQ 7.4', '可以通过E-mail', '邮箱收新密码', 'The password comes by mail', question(7)),
  sentence(
    'FAQ 8',
    '密码找回时',
    '问题：找回信息也忘了',
    'The question: the details are forgotten',
    question(8),
  ),
  sentence(
    'FAQ 8.1',
    '(1)对自行备案的情况:请联系',
    '自行备案的找省管局',
    'Filed by oneself: the province',
    question(8),
  ),
  sentence(
    'FAQ 8.2',
    '(2)对接入服务商代备案的情况:请联系您的',
    '代备案的找接入商',
    'Filed by the host: the host',
    question(8),
  ),
  sentence(
    'end.1',
    '备案过程中如有疑问',
    '有疑问问接入商',
    'Ask the host when in doubt',
    { command: 'next' },
    { command: 'faq' },
  ),
  sentence('end.2', '谢谢大家一直', '致谢', 'Thanks', { nothing: 'thanks' }),
  sentence('end.3', '下一篇文章', '邻近文章的标题', 'Titles of neighbouring articles', {
    nothing: 'links to other articles',
  }),
]
