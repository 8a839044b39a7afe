// 网站语言: what the form lets one tick, with the spellings that people use. Sources: the code list that bureaus use today
// (data of 2023); a form of 2016 had a part of it, and a box for any other language.
export const languages = [
  { zh: '中文简体', aliases: '简体中文 简体 简中 中文（简体） zh-cn zh-hans simplified-chinese' },
  {
    zh: '中文繁体',
    aliases: '繁体中文 繁体 繁中 中文（繁体） 中文繁體 繁體中文 zh-tw zh-hk zh-hant traditional-chinese',
  },
  { zh: '维吾尔语', aliases: '维吾尔文 维语 维文 uyghur' },
  { zh: '哈萨克语', aliases: '哈萨克文 哈语 哈文 kazakh' },
  { zh: '柯尔克孜语', aliases: '柯尔克孜文 柯语 柯文 kirgiz kyrgyz' },
  { zh: '蒙古语', aliases: '蒙古文 蒙语 蒙文 mongolian' },
  { zh: '藏语', aliases: '藏文 tibetan' },
  { zh: '壮语', aliases: '壮文 zhuang' },
  { zh: '朝鲜语', aliases: '朝鲜文 韩语 韩文 韩国语 korean' },
  { zh: '彝文', aliases: '彝语 yi' },
  { zh: '苗语', aliases: '苗文 miao hmong' },
  { zh: '英语', aliases: '英文 english en' },
  { zh: '日语', aliases: '日文 japanese ja' },
  { zh: '法语', aliases: '法文 french fr' },
  { zh: '俄罗斯语', aliases: '俄罗斯文 俄语 俄文 russian ru' },
  { zh: '西班牙语', aliases: '西班牙文 西语 spanish es' },
  { zh: '阿拉伯语', aliases: '阿拉伯文 arabic ar' },
] as const
