// What a rule is: one self-contained object with its level, sources, texts, examples and check.
import type { z } from 'zod'
import type { DraftPath } from '../draft/catalogue.ts'
import type { Bilingual } from '../draft/field.ts'
import type { Draft, NotedPath } from '../draft/normalise.ts'
import type { IpTable } from '../facts/ip-table.ts'
import type { Page } from '../site/page.ts'
import type { Datum, Fix, Level, Place, Secret } from './finding.ts'

/** Where a rule comes from, shown to the user with every finding. */
export interface Source {
  readonly title: Bilingual
  readonly year: number
  /** Where in the document: a step, a section, a tag. */
  readonly ref?: Bilingual
}

/** A message and what to write instead. */
export type Words = readonly [message: string, hint?: string]

/** What the words of a message are made from: personal values arrive as text, masked when need be. */
export type Shown<D> = {
  readonly [K in keyof D]: Exclude<D[K], Secret> | (D[K] extends Secret ? string : never)
}

/** The words of one message in both languages. */
export interface Message<D extends Readonly<Record<string, Datum>>> {
  readonly zh: (data: Shown<D>) => Words
  readonly en: (data: Shown<D>) => Words
}

/** Writes a message; the type argument names the data that a report has to bring. */
export const say = <D extends Readonly<Record<string, Datum>> = Record<never, never>>(
  message: Message<D>,
): Message<D> => message

/** A table of messages. Each entry brings its own data type. */
export type Messages = Readonly<Record<string, { zh: (data: never) => Words; en: (data: never) => Words }>>
type DataOf<M> = M extends Message<infer D> ? D : never

/** Where a finding is: a typed path, or a path with part or slice. */
export interface At {
  readonly at: DraftPath | NotedPath
  readonly part?: Place['part']
  readonly slice?: readonly [from: number, to: number]
}

interface Extras {
  readonly fix?: Fix
  /** This case is less sure than the rule's level says. */
  readonly atMost?: Level
  /** MIIT's return code where it differs from the rule's. */
  readonly returnCode?: number
  /** The option that makes this a finding, by its dotted name: the documents of the layer that set it are shown. */
  readonly option?: string
  /** Documents of this very case. */
  readonly sources?: readonly Source[]
}

type WithData<D> = keyof D extends never ? { readonly data?: D } : { readonly data: D }

/** Notes a finding. A wrong message key, wrong data or a path that the form does not have do not compile. */
export type Report<M extends Messages> = <K extends keyof M & string>(
  message: K,
  finding: At & Extras & WithData<DataOf<M[K]>>,
) => void

/** Notes something for the user's own eyes. */
export type Remind<M extends Messages> = <K extends keyof M & string>(
  message: K,
  ...data: keyof DataOf<M[K]> extends never ? [] : [DataOf<M[K]>]
) => void

/** A provider known to some profile, so that a draft for another host can be told its profile. */
export interface KnownHost {
  readonly profile: string
  readonly title: Bilingual
  /** Exact legal names. */
  readonly names: readonly string[]
  /** How people call it. */
  readonly aliases: readonly string[]
}

/** What rules may know of the world; handed in, so that rules stay pure. */
export interface World {
  /** Today in China, YYYY-MM-DD. */
  readonly today: string
  readonly ip: IpTable
  readonly profile: { readonly id: string; readonly title: Bilingual; readonly host: KnownHost | undefined }
  /** Ids of every profile that a draft may name. */
  readonly profiles: readonly string[]
  /** Every host that some built-in profile describes. */
  readonly hosts: readonly KnownHost[]
}

/** The tools of a check. */
export interface Context<M extends Messages, C extends Messages, O> {
  readonly report: Report<M>
  readonly remind: Remind<C>
  readonly options: O
  readonly world: World
}

/** One place where a value stands that must not stand twice. */
export interface Key {
  /** Normalised value; equal values meet. Values of different meaning carry a prefix. */
  readonly value: string
  readonly at: DraftPath
  /** What tells apart uses that may share a value, such as the sponsor's name. */
  readonly owner: string
  /** The value as the user wrote it, for the message. */
  readonly shown: Datum
}

export interface Occurrence {
  readonly file: string
  readonly document: number
  readonly path: Place['path']
  readonly owner: string
  readonly shown: Datum
  /** The rule's level for this draft. */
  readonly level: Level
  /** The run is not about this draft: a clash is told at the other place. */
  readonly background?: true
}

/** Reports one of the places that clash; the others become related places. */
export type ReportClash<M extends Messages> = <K extends keyof M & string>(
  message: K,
  finding: { readonly at: Occurrence; readonly others: readonly Occurrence[] } & WithData<DataOf<M[K]>>,
) => void

/** The part of a rule that looks between places and between drafts. */
export interface Clash<M extends Messages, O> {
  /** What the values are. Rules of one kind share their `keys`. */
  readonly kind: string
  /** The values of one draft that must not meet others. */
  keys(draft: Draft, options: O): Iterable<Key>
  /** Judges the places that hold one value, in the order of files and drafts. Called with two or more. */
  judge(places: readonly Occurrence[], report: ReportClash<M>): void
}

/** Where a finding in a page is: UTF-16 offsets into its HTML. */
export interface PageAt {
  readonly at: readonly [from: number, to: number]
}

/** A text that takes the place of a part of a page. */
export interface PageFix {
  readonly at: readonly [from: number, to: number]
  readonly text: string
  /** Safe unless it says otherwise. */
  readonly safety?: Fix['safety']
}

interface PageExtras {
  readonly fix?: PageFix
  readonly atMost?: Level
  /** The option behind it: its documents are shown then. */
  readonly option?: string
}

/** Notes a finding in a page. */
export type ReportPage<M extends Messages> = <K extends keyof M & string>(
  message: K,
  finding: PageAt & PageExtras & WithData<DataOf<M[K]>>,
) => void

/** What a page is held against, from the draft or the command line; undefined where nobody said it. */
export interface Filed {
  readonly number: string | undefined
  /** The filing has passed, so the number is the one that was given. */
  readonly approved: boolean
  readonly province: string | undefined
  readonly name: string | undefined
  readonly domains: readonly string[]
  /** The day on which the website opened, YYYY-MM-DD. */
  readonly opened: string | undefined
  /** The subject by its name and nature. */
  readonly sponsor: string | undefined
  readonly nature: string | undefined
}

/** The tools of a check of a page. */
export interface PageContext<M extends Messages, C extends Messages, O> {
  readonly report: ReportPage<M>
  readonly remind: Remind<C>
  readonly options: O
  readonly world: Pick<World, 'today' | 'profile'>
  readonly filed: Filed
  /** The footer that the page should have; undefined while no number is known. */
  readonly footer: string | undefined
}

/** A piece of a draft in YAML, run as a test and printed by `explain`. */
export interface Example<M extends Messages> {
  /** YAML, in the words of the form. Several documents show a clash. */
  readonly draft: string
  /** HTML, for a rule about pages: `draft` is then what it is held against, and may be empty. */
  readonly page?: string
  /** What of a page its HTML does not say. */
  readonly known?: Partial<Pick<Page, 'certificate' | 'encoding' | 'visited'> & Pick<Filed, 'opened'>>
  /** The message that comes, for a bad example. */
  readonly says?: keyof M & string
  /** The draft after the rule's fixes. */
  readonly fixed?: string
  /** Options under which the example is meant, as a profile would give them. */
  readonly options?: Readonly<Record<string, unknown>>
  /** The profile under which the example is meant; the default one otherwise. */
  readonly profile?: string
}

/** A rule as its file writes it. */
export interface RuleSpec<M extends Messages, C extends Messages, O> {
  /** Folder and name: `subject/real-name`. */
  readonly id: `${string}/${string}`
  readonly level: Level
  readonly sources: readonly [Source, ...Source[]]
  readonly returnCode?: number
  /** The schema is made only when a user's options have to be checked: zod stays out of the cold start. */
  readonly options?: { readonly schema: (zod: typeof z) => z.ZodType<O>; readonly defaults: O }
  readonly texts: {
    readonly title: Bilingual
    readonly why: Bilingual
    readonly messages: M
    readonly reminders?: C
  }
  readonly examples: {
    readonly bad: readonly [Example<M>, ...Example<M>[]]
    readonly good: readonly [Example<M>, ...Example<M>[]]
  }
  check?(draft: Draft, context: Context<M, C, O>): void
  readonly clash?: Clash<M, O>
  /** Looks at a home page instead of a draft; such rules live under rules/site. */
  checkPage?(page: Page, context: PageContext<M, C, O>): void
}

/** A rule as the engine sees it: the types of its data are its own affair. */
export interface Rule {
  readonly id: string
  readonly level: Level
  readonly sources: readonly Source[]
  readonly returnCode?: number
  readonly options?: { readonly schema: (zod: typeof z) => z.ZodType; readonly defaults: unknown }
  readonly texts: {
    readonly title: Bilingual
    readonly why: Bilingual
    readonly messages: Messages
    readonly reminders?: Messages
  }
  readonly examples: {
    readonly bad: readonly Example<Messages>[]
    readonly good: readonly Example<Messages>[]
  }
  check?(draft: Draft, context: Context<Messages, Messages, unknown>): void
  readonly clash?: Clash<Messages, unknown>
  checkPage?(page: Page, context: PageContext<Messages, Messages, unknown>): void
}

/** Checks the types of a rule and forgets them. */
export function defineRule<M extends Messages, C extends Messages = Record<never, never>, O = undefined>(
  spec: RuleSpec<M, C, O>,
): Rule {
  // Safe: the engine calls a rule only with options made by its own schema or defaults.
  return spec as unknown as Rule
}
