// What reviewers write when they refuse a filing, by topic. Gathered from the lists of refusals that Tencent Cloud (2022)
// and Huawei Cloud (2026) publish and from the conditions of the provinces; the words are ours.
//   phrases  words that tell the topic: `…` stands for up to 16 characters; where two overlap the longer one holds
//   hints    words that tell it only when nothing else in the sentence does
import type { Meaning } from '../meaning.ts'

/** One thing that reviewers object to. */
export interface Topic extends Meaning {
  readonly id: string
  readonly phrases: string
  readonly hints?: string
}

const people = (...fields: readonly string[]): string[] =>
  fields.flatMap((field) => [`subject.principal.${field}`, `websites[].principal.${field}`])
const domains = 'websites[].domains[].name'
const ips = 'websites[].access[].ips[]'

export const topics: readonly Topic[] = [
  {
    id: 'refiled',
    zh: '系统里已有这份主体、网站或域名的备案，不能当作首次备案再报。已备过的，按“新增网站”“新增接入”或“变更备案”报；不是你备的，请省通信管理局处理',
    en: 'The subject, website or domain is filed already and cannot be a first filing. If you filed it, add a website, add an access or change it; if not, turn to the province’s administration',
    fields: ['filing.type', 'filing.status', 'subject.certificate.number', domains],
    rules: ['filing/no-refile', 'conflict/certificate', 'conflict/website', 'conflict/domain'],
    who: 'you',
    phrases:
      '重复备案|重复提交|已有备案|已存在备案|存在备案记录|已备案过|备案过|已经备案|已在备案|主体已备案|主体…已存在|主体…冲突|主办者冲突|信息冲突|信息重复|提示信息重复|主办单位冲突|首次备案…已|不属于首次备案|请选择新增网站|请选择新增接入|备案类型…错误|备案类型…不正确|备案类型有误|备案类型选择|已有…备案号|进行中的订单|订单还未完成|未完成的备案',
    hints: '冲突|重复|already filed|conflict|duplicate',
  },
  {
    id: 'domain-filed',
    zh: '域名已在系统里备案。先核对域名有没有写错；没错而是自己在别家备过的，报“新增接入”；别人备的，请原来的主体注销，或带域名证书请省通信管理局处理',
    en: 'The domain is in the system already. Compare it first; if it is right and you filed it with another host, add an access; if somebody else did, that filer cancels it, or the province’s administration does with the domain’s certificate',
    fields: [domains],
    rules: ['conflict/domain', 'filing/no-refile'],
    who: 'you',
    phrases:
      '域名…已备案|域名…已被备案|域名…备案过|域名…已存在|域名冲突|域名重复|域名…重复|域名…冲突|域名…被其他主体|域名…其他主体|域名…其他接入商|域名…其他平台|域名已在|域名…已有备案',
  },
  {
    id: 'nature',
    zh: '主办单位性质选错，或与证件、网站内容不相配。公司、机构的网站按单位性质备案，个人不能备企业内容',
    en: 'The nature of the sponsor is wrong or does not fit its paper or the content. A company’s site is filed by the company, not by a person',
    fields: ['subject.nature', 'subject.certificate.type'],
    rules: ['subject/certificate-type', 'draft/missing'],
    who: 'you',
    phrases:
      '主办单位性质|单位性质|主体性质|性质选择|性质…不符|不能…个人性质|个人性质备案|以个人名义|不能以个人|请以企业|请以单位|应以企业|应以单位|个体工商户',
  },
  {
    id: 'sponsor-name',
    zh: '主办单位名称不是证件上的名称。个人写身份证上的真实姓名，单位写证件上的全称，一字不差',
    en: 'The sponsor’s name is not the one on the paper: a person’s real name, a unit’s full name, to the letter',
    fields: ['subject.name', 'subject.certificate.number'],
    rules: ['subject/real-name', 'subject/unit-name'],
    who: 'you',
    phrases:
      '主办单位名称|主办者名称|主办单位或主办人|单位名称|主体名称|企业名称|公司名称|真实姓名|姓名…不真实|姓名…不一致|姓名…不符|姓名…有误|姓名…错误|名称与证件|名称与营业执照|主办单位…全称|单位…全称|实名填写',
    hints: '主办单位|姓名|real name|sponsor',
  },
  {
    id: 'certificate-number',
    zh: '证件号码核对不上：位数、校验码，或与姓名、名称不是同一份证件。照证件逐位核对',
    en: 'A certificate number does not check: length, check digit, or it belongs to another name. Compare it with the document digit by digit',
    fields: ['subject.certificate.number', ...people('certificate.number')],
    rules: ['subject/certificate-number', 'subject/certificate-today'],
    who: 'you',
    phrases:
      '证件号码|证件号|身份证号|身份证号码|统一社会信用代码|社会信用代码|信用代码|组织机构代码|营业执照号|执照号|注册号|证件信息…不真实|证件…虚假|证件…无效|身份信息…核验|身份核验|公安…核验|证件…不真实|身份证…不真实',
    hints: '身份证|证件|identity number|certificate number|ID number',
  },
  {
    id: 'certificate-type',
    zh: '证件类型与主办单位性质不相配，或不是现在收的证件',
    en: 'The type of the paper does not fit the sponsor or is no longer taken',
    fields: ['subject.certificate.type', ...people('certificate.type')],
    rules: ['subject/certificate-type', 'subject/certificate-today'],
    who: 'you',
    phrases:
      '证件类型|证件种类|证件类别|证件…类型|不接受…护照|护照…不|港澳…通行证|台胞证|三证合一|旧版营业执照',
  },
  {
    id: 'certificate-expiry',
    zh: '证件过期或快到期。换新证后照新证填写，并重新上传照片',
    en: 'A paper is out of date or soon will be. Renew it, fill in the new one and upload its photo',
    fields: ['subject.certificate.expires', ...people('certificate.expires')],
    rules: ['subject/certificate-expiry'],
    who: 'you',
    phrases:
      '证件…有效期|证件…过期|身份证…过期|身份证…有效期|营业执照…过期|执照…有效期|证件…到期|身份证…到期|有效期不足|有效期…不足|临时身份证',
    hints: '过期|有效期|expired',
  },
  {
    id: 'certificate-address',
    zh: '证件住所与证件上印的不一致，照证件原样填写',
    en: 'The address on the certificate is not as printed; copy it as it stands',
    fields: ['subject.certificate.address'],
    rules: ['subject/certificate-address'],
    who: 'you',
    phrases:
      '证件住所|证件地址|证件上的地址|执照住所|执照地址|住所…不一致|住所…不符|注册地址|身份证地址|身份证住址|住所有误|住所填写',
  },
  {
    id: 'papers',
    zh: '上传的材料不合格（照片、扫描件、核验单、承诺书、授权书等）。重拍原件、四角完整、清晰无反光，缺的补上；这些不在草稿里',
    en: 'An uploaded paper does not pass (photo, scan, check sheet, pledge, letter). Photograph the original whole and sharp and add what is missing; no draft shows this',
    fields: [],
    rules: [],
    who: 'you',
    phrases:
      '证件…不清晰|证件…模糊|证件…反光|证件…不完整|证件照片|证件…复印件|证件…原件|证件不合格|证件…不合格|执照…不清晰|执照…模糊|身份证…不清晰|身份证…模糊|身份证照片|照片…不清晰|照片…模糊|照片不合格|扫描件|复印件|幕布|核验照片|手持|核验单|真实性核验|人脸|承诺书|授权书|委托书|告知书|建设方案|方案书|盖章|公章|材料…不全|材料…不齐|缺少材料|附件|请上传|重新上传|补充上传|水印',
    hints: '照片|材料|清晰|photo|scan|attachment',
  },
  {
    id: 'address-door-number',
    zh: '通信地址没有写到门牌号。写到路、号、楼、室；确实没有门牌的，按省里的要求在备注里说明',
    en: 'The address does not go down to the door. Give road, number, building and room; where there is none, say so in the remark as the province asks',
    fields: ['subject.address', 'subject.remark'],
    rules: ['subject/address-door-number'],
    who: 'you',
    phrases:
      '门牌|门牌号|房间号|地址…不详细|地址不详|地址…不够详细|地址…不具体|地址…不够具体|地址…详细|地址…具体到|详细地址|地址…精确|地址…完整|地址…不完整|地址…最详细|单元号|具体到门',
    hints: '地址|address|door number',
  },
  {
    id: 'address-region',
    zh: '所在省、市、县与通信地址对不上，或用了旧区名、“市辖区”',
    en: 'Province, city and county do not fit the address, or an old district or 市辖区 is given',
    fields: ['subject.province', 'subject.city', 'subject.county', 'subject.address'],
    rules: ['subject/address-region'],
    who: 'you',
    phrases:
      '所在省|所在市|所在县|所属区域|所属地区|省市县|省市区|省、市|行政区划|市辖区|地址…不在|地址…区县|区县…不|地址与所选|地址…所在地|通信地址与|通讯地址与|地址…同一城市|地址…不一致|地址…不符',
  },
  {
    id: 'other-province',
    zh: '证件不是备案所在省的。单位在证件住所所在省备案；个人按省里的规定附居住证，或回户籍省备案',
    en: 'The paper is of another province. A unit files where its certificate is from; a person adds a residence permit where the province takes one, or files at home',
    fields: ['subject.province', 'subject.certificate.number', 'subject.certificate.address'],
    rules: ['subject/other-province', 'subject/certificate-address'],
    who: 'you',
    phrases: '跨省|外省|非本省|居住证|暂住证|户籍|不是本省|本省户口|异地身份证|备案地域|备案省份',
  },
  {
    id: 'age',
    zh: '主办者或负责人没有到规定的年龄',
    en: 'The sponsor or a principal is below the required age',
    fields: ['subject.certificate.number', ...people('certificate.number')],
    rules: ['subject/age'],
    who: 'you',
    phrases: '未成年|未满…周岁|未满…岁|年龄|年满|监护人|周岁',
  },
  {
    id: 'investor',
    zh: '投资人或主管单位写得不对：按性质写法人、投资人或上级主管单位',
    en: 'The investor or superior unit is not right for this kind of sponsor',
    fields: ['subject.investor', 'subject.legalRepresentative'],
    rules: ['subject/investor'],
    who: 'you',
    phrases: '投资人|投资者|主管单位|上级主管|上级单位|主管单位名称|投资者或上级主管单位名称',
  },
  {
    id: 'principal',
    zh: '负责人不合规定：多数省要求主体负责人就是法定代表人，另有人选的要授权书',
    en: 'A principal is not the right person: most provinces want the legal representative, others a letter of authority',
    fields: ['subject.principal.name', 'subject.legalRepresentative', 'websites[].principal.name'],
    rules: ['subject/principal', 'subject/real-name'],
    who: 'you',
    phrases:
      '法定代表人|法人代表|负责人…法人|法人…负责人|法人信息|非法人|负责人…授权|负责人…不一致|负责人姓名|负责人不符|负责人…不符合|负责人…单位员工|负责人变更|更换负责人|负责人…其他单位',
    hints: '主体负责人|网站负责人|负责人|principal|legal representative',
  },
  {
    id: 'unreachable',
    zh: '打电话没有联系上，或短信核验没有完成。保持手机、座机畅通，收到核验短信后 24 小时内完成',
    en: 'Nobody could be reached, or the confirmation by text message was not done. Keep the phones answered and confirm within 24 hours',
    fields: people('mobile', 'phone', 'emergencyPhone'),
    rules: ['contact/mobile', 'contact/phone'],
    who: 'you',
    phrases:
      '无法联系|联系不上|未能联系|未联系到|无人接听|打不通|电话…不通|未接|拒接|短信核验|核验短信|短信验证|未核验|核验…超时|逾期未核验|否认…备案|不知情',
  },
  {
    id: 'phone',
    zh: '办公电话不真实、不完整，或不是本地号码。写“区号-号码”，有人接听的座机',
    en: 'An office phone is not real, not whole, or not local. Write area code and number of a line that is answered',
    fields: people('phone'),
    rules: ['contact/phone'],
    who: 'you',
    phrases:
      '办公电话|座机|固定电话|固话|区号|电话号码|联系电话|电话…空号|联系方式1|电话…不真实|电话…错误|电话…有误|电话…格式',
    hints: '电话|联系方式|phone',
  },
  {
    id: 'mobile',
    zh: '手机号码不真实、停机，或已用在别的主体。换成负责人本人在用的号码',
    en: 'A mobile is not real, is out of service, or stands in another filing. Give one that the person uses',
    fields: people('mobile', 'emergencyPhone'),
    rules: ['contact/mobile', 'contact/people'],
    who: 'you',
    phrases: '手机|手机号|手机号码|移动电话|联系方式2|停机',
    hints: 'mobile',
  },
  {
    id: 'emergency-phone',
    zh: '应急联系电话与负责人的号码相同，或两位负责人共用。按省里的要求写另一个号码',
    en: 'The emergency phone is the principal’s own, or two principals share it. Give another number as the province asks',
    fields: people('emergencyPhone', 'mobile'),
    rules: ['contact/people'],
    who: 'you',
    phrases:
      '应急联系|应急…手机号码|应急电话|应急号码|紧急联系|应急手机|号码…不能相同|号码…不能重复|号码…重复|手机…不能相同|手机…重复|号码…一致',
  },
  {
    id: 'email',
    zh: '电子邮箱写得不对或不能收信',
    en: 'A mail address is not right or takes no mail',
    fields: people('email'),
    rules: ['contact/email'],
    who: 'you',
    phrases: '邮箱|电子邮件|电子邮箱|邮件地址|邮箱地址|Email|E-mail',
    hints: 'mail',
  },
  {
    id: 'qq',
    zh: 'QQ 号码写得不对',
    en: 'A QQ number is not right',
    fields: people('qq'),
    rules: [],
    who: 'you',
    phrases: 'QQ|QQ号',
  },
  {
    id: 'site-name',
    zh: '网站名称不合规范：要看得出内容，三个字以上，不用国字头、敏感词、域名、纯数字或字母；个人网站不用企业名',
    en: 'The website’s name does not pass: it tells the content, has three characters or more, and no state, sensitive or company words, no domain, not only digits or letters',
    fields: ['websites[].name', 'websites[].remark'],
    rules: ['website/name', 'conflict/website-name'],
    who: 'you',
    phrases:
      '网站名称|网站名|使用企业名称|个人网站…企业名称|个人网站…公司|网站命名|站点名称|服务名称|名称…不规范|名称…敏感|名称…不合格|名称…国字头|名称…与内容|名称…字头|名称…纯英文|名称…纯数字|名称…涉及|名称不符合|商标',
    hints: '名称|命名|website name',
  },
  {
    id: 'site-name-taken',
    zh: '网站名称与别的网站重复。换一个能区分的名称；同一主体的几个网站也各用各的',
    en: 'The website’s name is taken. Choose one that can be told from it; websites of one subject differ too',
    fields: ['websites[].name'],
    rules: ['conflict/website-name', 'website/name'],
    who: 'you',
    phrases:
      '网站名称…重复|网站名称…已存在|网站名称…冲突|网站名称…已被|网站名称…相同|名称…重名|名称重复|网站名…重复',
  },
  {
    id: 'domain-owner',
    zh: '域名没有实名认证，或所有者不是主办者。在注册商处完成实名认证或过户，等三天入库后再报',
    en: 'The domain’s real name is not confirmed, or its owner is not the sponsor. Have it confirmed or transferred at the registrar and wait three days',
    fields: ['websites[].domains[].owner', domains],
    rules: ['website/domain-owner'],
    who: 'you',
    phrases:
      '域名…实名|实名认证|域名…所有者|域名…所有人|域名…持有者|域名…持有人|域名…注册人|域名…归属|域名…过户|域名…入库|未入库|域名证书|域名…主体…不一致|域名注册信息|域名…不一致|域名信息核验|域名核验',
  },
  {
    id: 'domain-expiry',
    zh: '域名过期或快到期，先续费',
    en: 'The domain is out of date or soon will be; renew it first',
    fields: ['websites[].domains[].expires', domains],
    rules: ['website/domain-expiry'],
    who: 'you',
    phrases: '域名…过期|域名…到期|域名…有效期|域名…续费|域名证书…到期|域名证书…过期|域名证书…有效期',
  },
  {
    id: 'domain-suffix',
    zh: '域名后缀未获批复、注册商不合规，或与主办者不相配',
    en: 'The suffix or the registrar is not approved, or the suffix does not fit the sponsor',
    fields: [domains],
    rules: ['website/domain-suffix'],
    who: 'you',
    phrases:
      '域名后缀|顶级域|后缀|域名…未批复|注册商|境外注册|域名注册服务机构|域名…批复|不能备案…域名|不支持备案|域名…不能备案|域名不允许备案',
  },
  {
    id: 'domain-count',
    zh: '一次报的网站或域名超过本省的数目，分几次报，或附建设方案',
    en: 'More websites or domains at once than the province takes: file in parts or add a plan',
    fields: [domains, 'websites[].name'],
    rules: ['website/domain-count'],
    who: 'you',
    phrases:
      '域名…数量|域名过多|网站数量|网站过多|域名…超过|网站…超过|一个网站…域名|最多…域名|多个域名|建设方案书',
  },
  {
    id: 'domain',
    zh: '域名写得不对：只写注册的域名，不带 www、网址或空格',
    en: 'A domain is not right: only the registered domain, without www, address or spaces',
    fields: [domains],
    rules: ['website/domain'],
    who: 'you',
    phrases: '域名…错误|域名…有误|域名…格式|域名…不正确|域名填写|二级域名|域名…不规范|域名…www',
    hints: '域名|domain',
  },
  {
    id: 'homepage',
    zh: '首页网址不在所备案的域名下，或格式不对',
    en: 'The home page is on none of the domains or is not written right',
    fields: ['websites[].homepage', domains],
    rules: ['website/homepage', 'conflict/homepage'],
    who: 'you',
    phrases: '首页网址|网站首页|首页URL|首页地址|首页…域名|网址…域名|首页链接|URL',
    hints: '首页|网址|home page',
  },
  {
    id: 'approval',
    zh: '涉及前置或专项审批。网站需要的，先取得批文并填文号；不需要的，不要勾选，并从名称、内容里去掉有关字样',
    en: 'Approval is at issue. If the site needs one, get it and give its number; if not, leave the box unticked and take the words out of name and content',
    fields: [
      'websites[].approvals[].type',
      'websites[].approvals[].number',
      'websites[].name',
      'subject.name',
    ],
    rules: ['website/no-optional-approvals', 'website/name'],
    who: 'you',
    phrases:
      '前置审批|专项审批|审批文件|审批号|批准文件|批文|许可证|涉及…审批|新闻类|出版类|药品|医疗|文化类|教育类|金融|广播电视|电子公告|BBS|论坛|校外培训|经营许可',
    hints: '审批|approval|licence',
  },
  {
    id: 'services',
    zh: '网站服务内容勾选不当：按接入商和省里的要求选',
    en: 'The service contents are not as the host and the province want them',
    fields: ['websites[].services[]', 'websites[].remark'],
    rules: ['website/services', 'website/no-optional-services'],
    who: 'you',
    phrases: '服务内容|服务类型|网站类型|内容类型|服务类别|应用服务',
  },
  {
    id: 'languages',
    zh: '网站语言勾选不全或不对',
    en: 'The languages are not right or not all',
    fields: ['websites[].languages[]'],
    rules: ['website/languages'],
    who: 'you',
    phrases: '网站语言|语言类别|语种|语言…选择|少数民族语言',
  },
  {
    id: 'content',
    zh: '网站本身不合要求：备案前打开了、备过的打不开、内容与主体不符，或首页底部没有备案号。先关站或改好网站；页面可用 beian-check site 检查',
    en: 'The website itself does not pass: open before approval, a filed one not open, content that does not fit, or no filing number in its footer. Close or mend it; beian-check site looks at the page',
    fields: ['websites[].homepage', domains],
    rules: ['site/filing-number', 'site/footer', 'site/link-target'],
    who: 'you',
    phrases:
      '网站内容|网站…无法访问|网站…打不开|网站…不能访问|网站…未开|未开站|网站…关闭|关闭网站|关站|关闭解析|停止解析|暂停解析|开启访问|不得访问|网站…可以访问|网站…已开通|未备案…访问|未备案…解析|底部…备案号|悬挂备案号|悬挂…备案号|备案号链接|企业内容|企业信息|涉及企业|产品宣传|网站…不符|内容…不符|互动|交互|先开通|先开站|提前开通|未备案先|网站…先上线',
    hints: '内容|访问|解析|content',
  },
  {
    id: 'provider',
    zh: '接入服务提供商的名称不对：写接入商营业执照上的全称',
    en: 'The access provider’s name is not right: write its full legal name',
    fields: ['websites[].access[].provider'],
    rules: ['access/provider', 'website/has-access'],
    who: 'you',
    phrases:
      '接入服务提供商|接入服务提供者|接入商名称|接入单位|接入服务商|接入信息|服务商名称|接入商…错误|接入商…有误|接入商填写',
    hints: '接入商|接入|provider',
  },
  {
    id: 'own-ip',
    zh: 'IP 不是接入商的，或接入商还没有报备。照空间、服务器的控制台填写；没错的请接入商报备这个 IP',
    en: 'The IP is not the host’s, or the host has not declared it. Copy it from the host’s panel; if it is right, the host has to declare it',
    fields: [ips, 'websites[].access[].provider'],
    rules: ['access/own-ip', 'access/ip'],
    who: 'host',
    phrases:
      'IP地址|IP…不属于|IP…不是|IP…非我|IP…未报备|IP…未备案|IP…不在|IP…冲突|IP…范围|IP…有误|IP…错误|IP…不正确|IP…格式|IP…解析|网站IP|服务器IP|IP段',
    hints: 'IP',
  },
  {
    id: 'access-method',
    zh: '接入方式与接入商提供的不符',
    en: 'The access method is not one that the host offers',
    fields: ['websites[].access[].method[]'],
    rules: ['access/method'],
    who: 'you',
    phrases: '接入方式|虚拟主机|主机托管|云接入|接入类型',
  },
  {
    id: 'server-place',
    zh: '服务器放置地点与 IP 所在省不一致',
    en: 'The place of the server is not the province of its IP',
    fields: ['websites[].access[].location[]', ips],
    rules: ['access/location-matches-ip'],
    who: 'you',
    phrases:
      '服务器放置|放置地|放置地点|服务器所在|服务器位置|机房所在|服务器地点|IP…所在地|IP…归属地|IP…所在省',
  },
  {
    id: 'remark',
    zh: '备注缺少省里要求的说明（用途、内容、承诺、多个域名指向等）',
    en: 'The remark lacks what the province asks for (use, content, pledge, several domains)',
    fields: ['subject.remark', 'websites[].remark'],
    rules: ['filing/remark'],
    who: 'you',
    phrases: '备注|备注中|备注栏|请说明用途|说明网站用途|网站用途|指向同一网站',
    hints: 'remark',
  },
  {
    id: 'empty-subject',
    zh: '主体下已经没有网站（空壳主体），或网站没有接入（空壳网站）。多数省要先注销旧主体，再首次备案',
    en: 'The subject has no website left, or a website no access. Most provinces cancel the old subject first; then file anew',
    fields: ['filing.type', 'subject.certificate.number'],
    rules: ['website/has-access'],
    who: 'bureau',
    phrases: '空壳|无网站信息|主体下无网站|主体…注销|已被注销|已注销|取消接入|未接入',
  },
  {
    id: 'password',
    zh: '备案密码或备案号不对。备案密码在工信部备案网站找回，见 beian-check faq 8',
    en: 'The filing password or number is wrong. The password is recovered at the ministry’s site: beian-check faq 8',
    fields: ['filing.number'],
    rules: [],
    who: 'you',
    phrases: '备案密码|ICP密码|备案号…错误|备案号…有误|备案号不正确|主体备案号|密码错误|密码不正确|password',
  },
  {
    id: 'blacklist',
    zh: '主办单位或域名在黑名单里，只能请省通信管理局处理',
    en: 'The sponsor or the domain is on the blacklist; only the province’s administration can help',
    fields: ['subject.name', 'subject.certificate.number', domains],
    rules: [],
    who: 'bureau',
    phrases: '黑名单|blacklist',
  },
]
