// Made by scripts/build-profiles.ts from rules/profiles/*.yaml. Do not edit.
// What every run needs of every profile: names and hosts. One JSON text a profile.
export const profileHeads = {
  'aliyun': '{"id":"aliyun","title":{"zh":"阿里云","en":"Alibaba Cloud"},"asOf":"2025","extends":"today","host":{"names":["阿里云计算有限公司"],"aliases":["阿里云","万网","Aliyun","Alibaba Cloud","阿里"]}}',
  'baidu': '{"id":"baidu","title":{"zh":"百度智能云","en":"Baidu AI Cloud"},"asOf":"2025","extends":"today","host":{"names":["北京百度网讯科技有限公司","百度云计算技术（北京）有限公司"],"aliases":["百度云","百度智能云","百度","百度网讯","Baidu"]}}',
  'base': '{"id":"base","title":{"zh":"备案表单本身","en":"The filing form itself"},"asOf":"2013"}',
  'huawei': '{"id":"huawei","title":{"zh":"华为云","en":"Huawei Cloud"},"asOf":"2026","extends":"today","host":{"names":["华为云计算技术有限公司","华为软件技术有限公司"],"aliases":["华为云","华为","华为云计算","Huawei","Huawei Cloud"]}}',
  'jdcloud': '{"id":"jdcloud","title":{"zh":"京东云","en":"JD Cloud"},"asOf":"2022","extends":"today","host":{"names":["京东云计算有限公司"],"aliases":["京东云","京东","京东智联云","JD Cloud"]}}',
  'jinyong': '{"id":"jinyong","title":{"zh":"上海金咏（2007 年备案须知）","en":"Shanghai Jinyong (guide of 2007)"},"asOf":"2007-09-26","extends":"base","host":{"names":["上海金咏信息科技有限公司"],"aliases":["金咏","金咏网络","上海金咏","双云","双云网络"]}}',
  'ksyun': '{"id":"ksyun","title":{"zh":"金山云","en":"Kingsoft Cloud"},"asOf":"2020","extends":"today","host":{"names":["北京金山云网络技术有限公司"],"aliases":["金山云","Kingsoft Cloud","ksyun"]}}',
  'miit-2009': '{"id":"miit-2009","title":{"zh":"工信部 2009 年填报标准","en":"MIIT standard of 2009"},"asOf":"2009-05-19","extends":"base"}',
  'tencent': '{"id":"tencent","title":{"zh":"腾讯云","en":"Tencent Cloud"},"asOf":"2022","extends":"today","host":{"names":["腾讯云计算（北京）有限责任公司"],"aliases":["腾讯云","腾讯","腾讯云计算","Tencent","Tencent Cloud","qcloud"]}}',
  'today': '{"id":"today","title":{"zh":"现行通行要求","en":"Current practice"},"asOf":"2026","extends":"base"}',
  'volcengine': '{"id":"volcengine","title":{"zh":"火山引擎","en":"Volcengine"},"asOf":"2024","extends":"today","host":{"names":["北京火山引擎科技有限公司"],"aliases":["火山引擎","火山云","字节跳动","Volcengine"]}}',
  'west': '{"id":"west","title":{"zh":"西部数码","en":"West.cn"},"asOf":"2013","extends":"today","host":{"names":["成都西维数码科技有限公司"],"aliases":["西部数码","西维数码","West.cn","成都西维"]}}',
} as const satisfies Record<string, string>
