// Made by scripts/build-profiles.ts from rules/profiles/*.yaml. Do not edit.
// One JSON text a profile: only the profiles in use are parsed.
export const builtinProfiles = {
  aliyun:
    '{"id":"aliyun","title":{"zh":"阿里云","en":"Alibaba Cloud"},"asOf":"2025","extends":"base","host":{"names":["阿里云计算有限公司"],"aliases":["阿里云","万网","Aliyun","Alibaba Cloud","阿里"]},"rules":{"access/method":["error",{"methods":["cloud","virtual-host"]}]}}',
  base: '{"id":"base","title":{"zh":"备案表单本身","en":"The filing form itself"},"asOf":"2013","rules":{}}',
  jinyong:
    '{"id":"jinyong","title":{"zh":"上海金咏（2007 年备案须知）","en":"Shanghai Jinyong (guide of 2007)"},"asOf":"2007-09-26","extends":"base","host":{"names":["上海金咏信息科技有限公司"],"aliases":["金咏","金咏网络","上海金咏","双云","双云网络"]},"rules":{"access/method":["error",{"methods":["virtual-host"]}]}}',
} as const satisfies Record<string, string>
