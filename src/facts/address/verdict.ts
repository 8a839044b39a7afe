// What can be asked of an address, and what can be said about it.
import type { AddressPart, Stretch } from './levels.ts'

/** What a host or a province asks of an address. */
export interface AddressOptions {
  /** A post box may stand for the door: 工信部 2009 took it, some hosts do not. */
  readonly postBox: boolean
  /** A unit in a village may stop at the village. */
  readonly villageEnough: boolean
  readonly symbols: 'allow' | 'refuse'
  readonly brackets: 'allow' | 'refuse'
  readonly room: 'optional' | 'required'
  /** The floor of a building in a park or an estate stands for the room: a firm may have the whole of it. */
  readonly floorEnough: boolean
  /** Someone at a school names the department or class. */
  readonly schoolDepartment: 'required' | 'optional'
  /** The remark says 地址已为最详细: see `mostDetailed`. */
  readonly mostDetailedRemark: boolean
}

export const defaultAddressOptions: AddressOptions = {
  postBox: true,
  villageEnough: false,
  symbols: 'allow',
  brackets: 'allow',
  room: 'optional',
  floorEnough: false,
  schoolDepartment: 'optional',
  mostDetailedRemark: false,
}

/** What should come next in an address that stops too early. */
export type MissingLevel = 'road' | 'village' | 'number' | 'building-number' | 'room' | 'class'

/** How deep an address goes: to a door, or to the village, post box or class accepted in its place. */
export type AddressDepth =
  | 'number'
  | 'room'
  | 'floor'
  | 'group'
  | 'village'
  | 'post-box'
  | 'department'
  | 'class'

export type AddressVerdict =
  | { readonly kind: 'ok'; readonly deepest: AddressPart; readonly depth: AddressDepth }
  | { readonly kind: 'ok-by-remark'; readonly last: AddressPart; readonly missing: MissingLevel }
  | { readonly kind: 'missing'; readonly last?: AddressPart; readonly missing: MissingLevel }
  | ({ readonly kind: 'shorthand'; readonly expanded?: string } & Stretch)
  | ({ readonly kind: 'vague' | 'landmark' | 'post-box' | 'placeholder' | 'symbols' } & Stretch)
  | { readonly kind: 'too-short' | 'latin' | 'empty' }
