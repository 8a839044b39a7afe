// The eight questions behind the guide of 2007, answered in our own words, with what became of each.
import { guideFaq } from '../../../rules/sources.ts'
import type { Bilingual } from '../../draft/field.ts'
import type { Source } from '../../engine/rule.ts'
import { documents } from '../../profile/documents.ts'

/** Whether an answer of 2007 still holds: as it is, in its idea but another way, or no more. */
export type Holds = 'yes' | 'partly' | 'no'

/** One question with its answer of then and what to do now. */
export interface FaqTopic {
  readonly number: number
  readonly id: string
  readonly question: Bilingual
  readonly answer: readonly Bilingual[]
  readonly source: Source
  readonly holds: Holds
  readonly today: readonly Bilingual[]
  readonly todaySources: readonly [Source, ...Source[]]
  /** Words that people look for, separated by `|`. */
  readonly words: Bilingual
}

const say = (zh: string, en: string): Bilingual => ({ zh, en })
const tencent = documents['tencent-faq-2022']
const huawei = documents['huawei-2026']

export const faq: readonly FaqTopic[] = [
  {
    number: 1,
    id: 'change-data',
    question: say('备案信息怎么修改？', 'How do I change what I filed?'),
    answer: [
      say(
        '自行备案、还没有提交的：用自己的用户名和密码登录，在信息录入里改',
        'Filed by oneself and not submitted: log in with user name and password and edit it under data entry',
      ),
      say(
        '自行备案、已经提交的：自己改不了，把用户名和密码交给接入商，由它代改',
        'Filed by oneself and submitted: you cannot; give user name and password to the access provider, which changes it',
      ),
      say(
        '接入商代备案的：只把用户名告诉接入商，由它代改',
        'Filed by the provider: tell it the user name only, it changes the data',
      ),
    ],
    source: guideFaq(1),
    holds: 'partly',
    today: [
      say(
        '现在信息都在接入商的备案系统里：没提交的自己改；初审中的请审核人员退回再改；已转管局的等结果',
        'Today the data is in the host’s own system: edit it before submitting; during the first review have it returned; once at the bureau wait for the result',
      ),
      say(
        '已通过的办“变更备案”，信息变化后 10 个工作日内办理；密码不再交给别人',
        'After approval file a change, within 10 working days of the event; passwords are no longer handed over',
      ),
    ],
    todaySources: [huawei, tencent],
    words: say(
      '修改|更改|改信息|变更|写错|填错|改错|编辑|改名|改地址|改手机',
      'change|edit|modify|correct|update|mistake|wrong',
    ),
  },
  {
    number: 2,
    id: 'refused',
    question: say(
      '备案被省通信管理局拒绝了，怎么办？',
      'The province’s administration refused the filing. What now?',
    ),
    answer: [
      say('登录后查看拒绝的理由', 'Log in and read the reason'),
      say('联系接入商，把不符合要求的内容改好', 'Have the access provider correct what did not pass'),
      say('改好的备案直接转回省管局再审', 'The corrected filing goes straight back to the province'),
      say(
        '不要为同一网站另备一次：系统会查出重复，交不上去',
        'Do not file the same website again: the system finds the clash and does not take it',
      ),
    ],
    source: guideFaq(2),
    holds: 'yes',
    today: [
      say(
        '理由在接入商的备案系统、短信或邮件里；在退回的那份订单里改好再提交，不另建订单',
        'The reason is in the host’s system, a message or a mail; correct the returned order and submit it again, no new one',
      ),
      say(
        '同一主体一次只能有一份在审；理由的意思可用 beian-check next 草稿 --reason "……" 查',
        'One subject has one order under review at a time; beian-check next DRAFT --reason "…" tells what a reason means',
      ),
    ],
    todaySources: [huawei, tencent],
    words: say(
      '拒绝|退回|驳回|没通过|不通过|未通过|不予批准|再次备案|重新备案|理由|原因|退回代码',
      'refused|rejected|refusal|rejection|denied|returned|reason|again|refile|resubmit',
    ),
  },
  {
    number: 3,
    id: 'change-provider',
    question: say('换了接入单位，怎么改？', 'How do I change the access provider?'),
    answer: [
      say('请原接入单位取消接入', 'The old provider cancels its access'),
      say('请现接入单位增加接入', 'The new provider adds its own'),
    ],
    source: guideFaq(3),
    holds: 'partly',
    today: [
      say(
        '先在新接入商办“新增接入”（要备案号和备案密码），网站搬过去之后，再请原接入商取消接入',
        'First file an added access at the new host (with filing number and filing password); after the move the old host cancels its own',
      ),
      say(
        '两边都没有接入的网站会成为空壳，被取消备案',
        'A website with no access on either side is empty, and its filing is cancelled',
      ),
    ],
    todaySources: [huawei, tencent],
    words: say(
      '接入|接入商|接入单位|换空间|换服务器|换主机|搬家|转移|迁移|新增接入|取消接入|更换',
      'provider|host|hosting|access|switch|move|transfer|migrate|server',
    ),
  },
  {
    number: 4,
    id: 'conflict',
    question: say('提示信息有冲突，怎么办？', 'The system says that data clashes. What now?'),
    answer: [
      say('这说明填的内容系统里已经有了', 'What you entered is in the system already'),
      say(
        '先核对域名、主办单位证件号码有没有写错',
        'Compare the domain and the sponsor’s certificate number',
      ),
      say('写错的改正', 'Correct what is wrong'),
      say(
        '没有写错的，联系所属省的通信管理局，按它的要求交证明材料',
        'If all is right, turn to the administration of your province with the proof it asks for',
      ),
    ],
    source: guideFaq(4),
    holds: 'yes',
    today: [
      say(
        '是自己以前备的：改用“新增网站”“新增接入”或“变更备案”，不要当作首次备案',
        'If the earlier filing is your own: add a website, add an access or file a change instead of a first filing',
      ),
      say(
        '域名是别人备过的：请原主体注销，或带域名证书向备案所在省管局申请注销',
        'If someone else filed the domain: the earlier subject cancels it, or its province does on your request with the domain’s certificate',
      ),
      say(
        '自己几份草稿之间的冲突，beian-check 草稿文件夹 会先查出来',
        'Clashes between your own drafts: beian-check FOLDER finds them first',
      ),
    ],
    todaySources: [tencent, huawei],
    words: say(
      '冲突|重复|已存在|已备案|被备案|占用|已有备案|信息重复',
      'conflict|clash|duplicate|exists|already|taken',
    ),
  },
  {
    number: 5,
    id: 'no-code',
    question: say('注册时收不到验证码，怎么办？', 'No code comes when I register. What now?'),
    answer: [
      say('看手机号码和邮箱有没有输错', 'See whether mobile and mail address are right'),
      say(
        '输错的换一个用户名重新注册，用户名不能重复',
        'If not, register again under another user name; a name exists once',
      ),
      say('没有输错的，再取一次验证码', 'If they are right, ask for the code again'),
    ],
    source: guideFaq(5),
    holds: 'partly',
    today: [
      say(
        '现在的账号和验证码来自接入商：核对号码，看看有没有被拦截，重新获取，仍收不到就找接入商',
        'Today account and code come from the host: compare the number, look among blocked messages, ask again, then ask the host',
      ),
      say(
        '工信部另发一条核验短信，24 小时内完成核验；没收到的找接入商或省管局',
        'The ministry sends a message of its own to be confirmed within 24 hours; if it does not come, ask the host or the province',
      ),
    ],
    todaySources: [huawei, tencent],
    words: say(
      '验证码|收不到|短信|邮件验证码|手机验证码|注册|没收到|核验短信',
      'code|verification|sms|message|receive|register|mail',
    ),
  },
  {
    number: 6,
    id: 'lost-code',
    question: say('注册验证码丢了，怎么办？', 'I lost the registration code. What now?'),
    answer: [
      say(
        '新开一个窗口进入系统的登录页，按提示点新用户注册，依次接受使用声明和流程图',
        'Open the login page anew, choose to register as a new user and accept the terms and the chart of the process',
      ),
      say(
        '在注册页的用户名处填已注册的用户名，点“检测”，就能再得到验证码',
        'On the registration page enter the name you registered and choose 检测: the code comes again',
      ),
    ],
    source: guideFaq(6),
    holds: 'no',
    today: [
      say(
        '工信部网站已没有这个注册入口；在接入商的备案系统里重新获取验证码即可',
        'The ministry’s site has no such registration any more; ask for a new code in the host’s system',
      ),
    ],
    todaySources: [tencent],
    words: say('验证码丢|丢了验证码|忘记验证码|找回验证码|验证码丢失|检测', 'lost code|code again|lost'),
  },
  {
    number: 7,
    id: 'lost-password',
    question: say('密码丢了，怎么办？', 'I lost the password. What now?'),
    answer: [
      say('在登录页点“找回密码”', 'Choose to recover the password on the login page'),
      say(
        '填用户名、联系人姓名、电子邮件，选用户类别，提交',
        'Enter user name, contact and mail address, choose the kind of user, submit',
      ),
      say('新密码发到邮箱', 'The new password comes by mail'),
    ],
    source: guideFaq(7),
    holds: 'no',
    today: [
      say(
        '登录用的是接入商的账号，在它的网站找回',
        'The login is the host’s account; recover it at the host',
      ),
      say(
        '备案密码（换接入商、注销时要用）在 beian.miit.gov.cn 选省份后点“找回备案密码”，凭备案号、证件号码和备案的手机号码或邮箱取回',
        'The filing password (needed to change the host or to cancel): at beian.miit.gov.cn choose the province and its recovery, with filing number, certificate number and the filed mobile or mail',
      ),
    ],
    todaySources: [tencent],
    words: say(
      '密码|忘记密码|找回密码|密码丢失|备案密码|登录不了|登不上',
      'password|forgot|recover|login|log in|lost password',
    ),
  },
  {
    number: 8,
    id: 'forgotten-details',
    question: say(
      '找回密码要的用户名、联系人、邮箱也忘了，怎么办？',
      'I also forgot what the recovery asks for. What now?',
    ),
    answer: [
      say(
        '自行备案的：联系所属省的通信管理局重置密码，按要求交证明材料',
        'Filed by oneself: the administration of your province resets it, with the proof it asks for',
      ),
      say('接入商代备案的：联系接入商重置', 'Filed by the provider: it resets the password'),
    ],
    source: guideFaq(8),
    holds: 'partly',
    today: [
      say(
        '接入商的账号由接入商重置；备案密码的手机、邮箱都不能用了的，下载本省管局的《找回备案密码申请表》，连同证明材料寄给管局（广东只能线上找回）',
        'The host resets its own account. For the filing password, when mobile and mail are gone, send the province’s form for it with proof (Guangdong: online only)',
      ),
    ],
    todaySources: [tencent],
    words: say(
      '忘记用户名|用户名|联系人|重置|重置密码|申请表|邮箱换了|手机换了',
      'user name|username|reset|forgotten|contact|form|proof',
    ),
  },
]
