// The levels a Chinese address is built of, from the province down to the room, and their names for people.
// Every other file here speaks of an address in these words only.

/** What each level is called on a form, in both languages. */
export const levelNames = {
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '区县', en: 'county or district' },
  town: { zh: '街道、乡镇', en: 'town or sub-district' },
  community: { zh: '社区', en: 'community' },
  village: { zh: '村', en: 'village' },
  group: { zh: '村民小组', en: 'village group' },
  zone: { zh: '园区', en: 'development zone or park' },
  road: { zh: '道路', en: 'road' },
  lane: { zh: '弄', en: 'lane' },
  number: { zh: '门牌号', en: 'door number' },
  estate: { zh: '小区', en: 'housing estate' },
  tower: { zh: '楼宇', en: 'named building' },
  building: { zh: '楼栋号', en: 'building number' },
  unit: { zh: '单元', en: 'unit (entrance)' },
  floor: { zh: '楼层', en: 'floor' },
  room: { zh: '房间号', en: 'room number' },
  school: { zh: '学校', en: 'school' },
  department: { zh: '院系、部门', en: 'department' },
  class: { zh: '班级', en: 'class' },
  'post-box': { zh: '邮政信箱', en: 'post box' },
  landmark: { zh: '地标', en: 'landmark' },
  vague: { zh: '大致方位', en: 'rough direction' },
  distance: { zh: '距离', en: 'distance' },
  site: { zh: '网址', en: 'web address' },
  note: { zh: '邮编、电话等附注', en: 'note (postcode, phone)' },
} as const satisfies Record<string, { zh: string; en: string }>

export type AddressLevel = keyof typeof levelNames

/** A stretch of the address that was understood; `from` and `to` are UTF-16 offsets into the text given. */
export interface AddressPart {
  readonly level: AddressLevel
  readonly text: string
  readonly from: number
  readonly to: number
}

/** A stretch of text with its UTF-16 offsets. */
export interface Stretch {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The groups of a number: `B12-3` has two, `18` one, `二〇一` one. Offsets into the address. */
export type NumberGroups = readonly (readonly [from: number, to: number])[]

/** A part as the reader sees it: also names without a level word, and how a number is written. */
export interface Token {
  level: AddressLevel | 'name'
  from: number
  to: number
  /** The level word behind a number, '' when it stands bare; absent when the token is no number. */
  readonly measure?: string
  readonly groups?: NumberGroups
}
