// Made by scripts/build-types.mjs from src/browser.ts. Do not edit.
type MaskKind = "identity" | "phone" | "email" | "address" | "account";
interface Bilingual {
	readonly zh: string;
	readonly en: string;
}
interface Option<Id extends string = string> extends Bilingual {
	readonly id: Id;
	readonly aliases?: readonly string[];
	readonly codes?: readonly number[];
}
interface Described extends Bilingual {
	/** Further spellings of the label that official forms use. */
	readonly labels?: readonly string[];
	/** Who has to fill it in. `individual` is 个人, `unit` is everybody else. */
	readonly required?: "everyone" | "unit" | "individual";
	/** The tag of MIIT's enterprise interface V3.0 (2013). */
	readonly tag?: string;
	/** Shown masked unless the user asks for the values. */
	readonly mask?: MaskKind;
}
interface TextField extends Described {
	readonly kind: "text";
	/** Longest value that MIIT's interface takes, in characters. */
	readonly max?: number;
}
interface OptionField<Id extends string = string> extends Described {
	readonly kind: "option";
	readonly options: readonly Option<Id>[];
}
interface GroupField<F extends Fields = Fields> extends Described {
	readonly kind: "group";
	readonly fields: F;
	readonly shorthand?: string;
}
interface ListField<I extends Field = Field> extends Described {
	readonly kind: "list";
	readonly item: I;
}
type Field = TextField | OptionField | GroupField | ListField;
interface Fields {
	readonly [key: string]: Field;
}
type ValueOf<F extends Field> = F extends TextField ? string | undefined : F extends OptionField<infer Id> ? Id | undefined : F extends GroupField<infer G> ? {
	readonly [K in keyof G]: ValueOf<G[K]>;
} : F extends ListField<infer I> ? readonly ValueOf<I>[] : never;
type PathIn<V> = readonly [
] | (V extends readonly (infer I)[] ? readonly [
	number,
	...PathIn<NonNullable<I>>
] : V extends object ? {
	[K in keyof V & string]: readonly [
		K,
		...PathIn<NonNullable<V[K]>>
	];
}[keyof V & string] : never);
type Path = readonly (string | number)[];
declare const catalogue: GroupField<{
	readonly profile: TextField;
	readonly filing: GroupField<{
		readonly type: OptionField<"new" | "add-website" | "add-access" | "change">;
		readonly mode: OptionField<"self" | "agent">;
		readonly status: OptionField<"draft" | "submitted" | "rejected" | "approved">;
		readonly number: TextField;
	}>;
	readonly subject: GroupField<{
		readonly nature: OptionField<"individual" | "enterprise" | "government" | "institution" | "mass-organisation" | "social-group" | "private-non-enterprise" | "foundation" | "law-firm" | "military" | "foreign-cultural-centre" | "judicial-appraisal" | "religious" | "overseas" | "medical" | "notary" | "collective" | "arbitration">;
		readonly name: TextField;
		readonly certificate: GroupField<{
			readonly type: {
				readonly required: "everyone";
				readonly kind: "option";
				readonly options: readonly Option<"resident-id" | "business-licence" | "passport" | "hk-macao-travel-permit" | "taiwan-travel-permit" | "hk-macao-residence-permit" | "taiwan-residence-permit" | "foreign-permanent-resident-id" | "officer-id" | "unified-social-credit-code" | "organisation-code" | "institution-certificate" | "social-group-certificate" | "military-code" | "military-service-permit" | "foreign-enterprise-office" | "private-non-enterprise-certificate" | "social-service-certificate" | "private-school-permit" | "foundation-certificate" | "law-firm-permit" | "foreign-cultural-centre-certificate" | "foreign-tourism-office-certificate" | "embassy-school-permit" | "judicial-appraisal-permit" | "religious-site-certificate" | "overseas-certificate" | "medical-permit" | "notary-permit" | "collective-certificate" | "arbitration-certificate">[];
				readonly labels?: readonly string[];
				readonly tag?: string;
				readonly mask?: MaskKind;
				readonly zh: string;
				readonly en: string;
			};
			readonly number: {
				readonly required: "everyone";
				readonly kind: "text";
				readonly max?: number;
				readonly labels?: readonly string[];
				readonly tag?: string;
				readonly mask?: MaskKind;
				readonly zh: string;
				readonly en: string;
			};
			readonly address: TextField;
			readonly expires: TextField;
		}>;
		readonly province: OptionField<"\u5317\u4EAC" | "\u5929\u6D25" | "\u6CB3\u5317" | "\u5C71\u897F" | "\u5185\u8499\u53E4" | "\u8FBD\u5B81" | "\u5409\u6797" | "\u9ED1\u9F99\u6C5F" | "\u4E0A\u6D77" | "\u6C5F\u82CF" | "\u6D59\u6C5F" | "\u5B89\u5FBD" | "\u798F\u5EFA" | "\u6C5F\u897F" | "\u5C71\u4E1C" | "\u6CB3\u5357" | "\u6E56\u5317" | "\u6E56\u5357" | "\u5E7F\u4E1C" | "\u5E7F\u897F" | "\u6D77\u5357" | "\u91CD\u5E86" | "\u56DB\u5DDD" | "\u8D35\u5DDE" | "\u4E91\u5357" | "\u897F\u85CF" | "\u9655\u897F" | "\u7518\u8083" | "\u9752\u6D77" | "\u5B81\u590F" | "\u65B0\u7586" | "\u53F0\u6E7E" | "\u9999\u6E2F" | "\u6FB3\u95E8">;
		readonly city: TextField;
		readonly county: TextField;
		readonly address: TextField;
		readonly investor: TextField;
		readonly legalRepresentative: TextField;
		readonly principal: GroupField<{
			name: TextField;
			certificate: GroupField<{
				readonly type: OptionField<"resident-id" | "business-licence" | "passport" | "hk-macao-travel-permit" | "taiwan-travel-permit" | "hk-macao-residence-permit" | "taiwan-residence-permit" | "foreign-permanent-resident-id" | "officer-id" | "unified-social-credit-code" | "organisation-code" | "institution-certificate" | "social-group-certificate" | "military-code" | "military-service-permit" | "foreign-enterprise-office" | "private-non-enterprise-certificate" | "social-service-certificate" | "private-school-permit" | "foundation-certificate" | "law-firm-permit" | "foreign-cultural-centre-certificate" | "foreign-tourism-office-certificate" | "embassy-school-permit" | "judicial-appraisal-permit" | "religious-site-certificate" | "overseas-certificate" | "medical-permit" | "notary-permit" | "collective-certificate" | "arbitration-certificate">;
				readonly number: TextField;
				readonly address: TextField;
				readonly expires: TextField;
			}>;
			phone: TextField;
			mobile: TextField;
			emergencyPhone: TextField;
			email: TextField;
			qq: TextField;
		}>;
		readonly remark: TextField;
	}>;
	readonly websites: ListField<GroupField<{
		readonly name: TextField;
		readonly domains: ListField<GroupField<{
			readonly name: TextField;
			readonly owner: TextField;
			readonly expires: TextField;
		}>>;
		readonly homepage: TextField;
		readonly approvals: ListField<GroupField<{
			readonly type: TextField;
			readonly number: TextField;
		}>>;
		readonly services: ListField<TextField>;
		readonly languages: ListField<TextField>;
		readonly principal: GroupField<{
			name: TextField;
			certificate: GroupField<{
				readonly type: OptionField<"resident-id" | "business-licence" | "passport" | "hk-macao-travel-permit" | "taiwan-travel-permit" | "hk-macao-residence-permit" | "taiwan-residence-permit" | "foreign-permanent-resident-id" | "officer-id" | "unified-social-credit-code" | "organisation-code" | "institution-certificate" | "social-group-certificate" | "military-code" | "military-service-permit" | "foreign-enterprise-office" | "private-non-enterprise-certificate" | "social-service-certificate" | "private-school-permit" | "foundation-certificate" | "law-firm-permit" | "foreign-cultural-centre-certificate" | "foreign-tourism-office-certificate" | "embassy-school-permit" | "judicial-appraisal-permit" | "religious-site-certificate" | "overseas-certificate" | "medical-permit" | "notary-permit" | "collective-certificate" | "arbitration-certificate">;
				readonly number: TextField;
				readonly address: TextField;
				readonly expires: TextField;
			}>;
			phone: TextField;
			mobile: TextField;
			emergencyPhone: TextField;
			email: TextField;
			qq: TextField;
		}>;
		readonly remark: TextField;
		readonly access: ListField<GroupField<{
			readonly provider: TextField;
			readonly method: ListField<OptionField<"dedicated-line" | "colocation" | "virtual-host" | "cloud" | "other">>;
			readonly ips: ListField<TextField>;
			readonly location: ListField<OptionField<"\u5317\u4EAC" | "\u5929\u6D25" | "\u6CB3\u5317" | "\u5C71\u897F" | "\u5185\u8499\u53E4" | "\u8FBD\u5B81" | "\u5409\u6797" | "\u9ED1\u9F99\u6C5F" | "\u4E0A\u6D77" | "\u6C5F\u82CF" | "\u6D59\u6C5F" | "\u5B89\u5FBD" | "\u798F\u5EFA" | "\u6C5F\u897F" | "\u5C71\u4E1C" | "\u6CB3\u5357" | "\u6E56\u5317" | "\u6E56\u5357" | "\u5E7F\u4E1C" | "\u5E7F\u897F" | "\u6D77\u5357" | "\u91CD\u5E86" | "\u56DB\u5DDD" | "\u8D35\u5DDE" | "\u4E91\u5357" | "\u897F\u85CF" | "\u9655\u897F" | "\u7518\u8083" | "\u9752\u6D77" | "\u5B81\u590F" | "\u65B0\u7586" | "\u53F0\u6E7E" | "\u9999\u6E2F" | "\u6FB3\u95E8">>;
		}>>;
	}>>;
}>;
type DraftValues = ValueOf<typeof catalogue>;
type DraftPath = PathIn<DraftValues>;
interface OddCharacters {
	/**
	 * `invisible` shows nothing; `turning` turns the text around it to the other direction; `lookalike` looks like another
	 * character; `half` is one half of a pair of surrogates; `lost` stands for what a conversion could not read; `private` has
	 * a shape only in somebody's own font.
	 */
	readonly kind: "invisible" | "turning" | "lookalike" | "half" | "lost" | "private";
	/** The first of them, as it is written. */
	readonly written: string;
	/** What it looks like; empty for what shows nothing. */
	readonly right: string;
	/** Visible characters before it. */
	readonly behind: number;
	/** How many there are. */
	readonly count: number;
}
type NotedPath = Path & {
	readonly "~noted": true;
};
type ShapeProblem = {
	readonly kind: "unknownKey";
	readonly path: NotedPath;
	readonly key: string;
	readonly nearest: string | undefined;
	/** Whether the nearest key is still free there. */
	readonly free: boolean;
	/** Labels of the group that has this key, where another group does. */
	readonly home: {
		readonly zh: string;
		readonly en: string;
	} | undefined;
} | {
	readonly kind: "sameFieldTwice";
	readonly path: NotedPath;
	readonly key: string;
	readonly other: string;
} | {
	readonly kind: "notText" | "notGroup";
	readonly path: NotedPath;
	readonly found: "list" | "group" | "text";
} | {
	/** A key whose colon is not one to YAML, so that a group was read as a text. */
	readonly kind: "noColon";
	readonly path: NotedPath;
	readonly key: string;
	readonly fullWidth: boolean;
} | {
	readonly kind: "notAnOption";
	readonly path: NotedPath;
	readonly value: string;
	readonly nearest: string | undefined;
	readonly options: OptionField["options"];
} | {
	readonly kind: "tooLong";
	readonly path: NotedPath;
	readonly length: number;
	readonly max: number;
}
/** Quotation marks around the whole value, which the reader takes for part of it. */
 | {
	readonly kind: "quoted";
	readonly path: NotedPath;
	readonly inner: string;
	readonly value: string;
} | {
	/** Characters that are not what they look like, in a value or in its key. Rules see the value as it looks. */
	readonly kind: "characters";
	readonly path: NotedPath;
	readonly part: "key" | "value";
	readonly odd: OddCharacters;
	readonly fixed: string;
} | {
	readonly kind: "tooMany";
	readonly path: NotedPath;
	readonly max: number;
} | {
	readonly kind: "empty";
	readonly path: NotedPath;
} | {
	readonly kind: "moreUnknown";
	readonly path: NotedPath;
	readonly told: number;
};
/** A draft in canonical form, with what did not fit. */
export interface Draft extends DraftValues {
	readonly problems: readonly ShapeProblem[];
}
interface Ip {
	readonly version: 4 | 6;
	readonly value: bigint;
}
declare const provinces: readonly [
	{
		readonly id: "\u5317\u4EAC";
		readonly zh: "\u5317\u4EAC";
		readonly en: "Beijing";
		readonly aliases: readonly [
			"\u5317\u4EAC\u5E02",
			"Peking"
		];
		readonly code: "11";
		readonly letter: "\u4EAC";
	},
	{
		readonly id: "\u5929\u6D25";
		readonly zh: "\u5929\u6D25";
		readonly en: "Tianjin";
		readonly aliases: readonly [
			"\u5929\u6D25\u5E02"
		];
		readonly code: "12";
		readonly letter: "\u6D25";
	},
	{
		readonly id: "\u6CB3\u5317";
		readonly zh: "\u6CB3\u5317";
		readonly en: "Hebei";
		readonly aliases: readonly [
			"\u6CB3\u5317\u7701"
		];
		readonly code: "13";
		readonly letter: "\u5180";
	},
	{
		readonly id: "\u5C71\u897F";
		readonly zh: "\u5C71\u897F";
		readonly en: "Shanxi";
		readonly aliases: readonly [
			"\u5C71\u897F\u7701"
		];
		readonly code: "14";
		readonly letter: "\u664B";
	},
	{
		readonly id: "\u5185\u8499\u53E4";
		readonly zh: "\u5185\u8499\u53E4";
		readonly en: "Inner Mongolia";
		readonly aliases: readonly [
			"\u5185\u8499\u53E4\u81EA\u6CBB\u533A",
			"Neimenggu"
		];
		readonly code: "15";
		readonly letter: "\u8499";
	},
	{
		readonly id: "\u8FBD\u5B81";
		readonly zh: "\u8FBD\u5B81";
		readonly en: "Liaoning";
		readonly aliases: readonly [
			"\u8FBD\u5B81\u7701"
		];
		readonly code: "21";
		readonly letter: "\u8FBD";
	},
	{
		readonly id: "\u5409\u6797";
		readonly zh: "\u5409\u6797";
		readonly en: "Jilin";
		readonly aliases: readonly [
			"\u5409\u6797\u7701"
		];
		readonly code: "22";
		readonly letter: "\u5409";
	},
	{
		readonly id: "\u9ED1\u9F99\u6C5F";
		readonly zh: "\u9ED1\u9F99\u6C5F";
		readonly en: "Heilongjiang";
		readonly aliases: readonly [
			"\u9ED1\u9F99\u6C5F\u7701"
		];
		readonly code: "23";
		readonly letter: "\u9ED1";
	},
	{
		readonly id: "\u4E0A\u6D77";
		readonly zh: "\u4E0A\u6D77";
		readonly en: "Shanghai";
		readonly aliases: readonly [
			"\u4E0A\u6D77\u5E02"
		];
		readonly code: "31";
		readonly letter: "\u6CAA";
	},
	{
		readonly id: "\u6C5F\u82CF";
		readonly zh: "\u6C5F\u82CF";
		readonly en: "Jiangsu";
		readonly aliases: readonly [
			"\u6C5F\u82CF\u7701"
		];
		readonly code: "32";
		readonly letter: "\u82CF";
	},
	{
		readonly id: "\u6D59\u6C5F";
		readonly zh: "\u6D59\u6C5F";
		readonly en: "Zhejiang";
		readonly aliases: readonly [
			"\u6D59\u6C5F\u7701"
		];
		readonly code: "33";
		readonly letter: "\u6D59";
	},
	{
		readonly id: "\u5B89\u5FBD";
		readonly zh: "\u5B89\u5FBD";
		readonly en: "Anhui";
		readonly aliases: readonly [
			"\u5B89\u5FBD\u7701"
		];
		readonly code: "34";
		readonly letter: "\u7696";
	},
	{
		readonly id: "\u798F\u5EFA";
		readonly zh: "\u798F\u5EFA";
		readonly en: "Fujian";
		readonly aliases: readonly [
			"\u798F\u5EFA\u7701"
		];
		readonly code: "35";
		readonly letter: "\u95FD";
	},
	{
		readonly id: "\u6C5F\u897F";
		readonly zh: "\u6C5F\u897F";
		readonly en: "Jiangxi";
		readonly aliases: readonly [
			"\u6C5F\u897F\u7701"
		];
		readonly code: "36";
		readonly letter: "\u8D63";
	},
	{
		readonly id: "\u5C71\u4E1C";
		readonly zh: "\u5C71\u4E1C";
		readonly en: "Shandong";
		readonly aliases: readonly [
			"\u5C71\u4E1C\u7701"
		];
		readonly code: "37";
		readonly letter: "\u9C81";
	},
	{
		readonly id: "\u6CB3\u5357";
		readonly zh: "\u6CB3\u5357";
		readonly en: "Henan";
		readonly aliases: readonly [
			"\u6CB3\u5357\u7701"
		];
		readonly code: "41";
		readonly letter: "\u8C6B";
	},
	{
		readonly id: "\u6E56\u5317";
		readonly zh: "\u6E56\u5317";
		readonly en: "Hubei";
		readonly aliases: readonly [
			"\u6E56\u5317\u7701"
		];
		readonly code: "42";
		readonly letter: "\u9102";
	},
	{
		readonly id: "\u6E56\u5357";
		readonly zh: "\u6E56\u5357";
		readonly en: "Hunan";
		readonly aliases: readonly [
			"\u6E56\u5357\u7701"
		];
		readonly code: "43";
		readonly letter: "\u6E58";
	},
	{
		readonly id: "\u5E7F\u4E1C";
		readonly zh: "\u5E7F\u4E1C";
		readonly en: "Guangdong";
		readonly aliases: readonly [
			"\u5E7F\u4E1C\u7701"
		];
		readonly code: "44";
		readonly letter: "\u7CA4";
	},
	{
		readonly id: "\u5E7F\u897F";
		readonly zh: "\u5E7F\u897F";
		readonly en: "Guangxi";
		readonly aliases: readonly [
			"\u5E7F\u897F\u58EE\u65CF\u81EA\u6CBB\u533A"
		];
		readonly code: "45";
		readonly letter: "\u6842";
	},
	{
		readonly id: "\u6D77\u5357";
		readonly zh: "\u6D77\u5357";
		readonly en: "Hainan";
		readonly aliases: readonly [
			"\u6D77\u5357\u7701"
		];
		readonly code: "46";
		readonly letter: "\u743C";
	},
	{
		readonly id: "\u91CD\u5E86";
		readonly zh: "\u91CD\u5E86";
		readonly en: "Chongqing";
		readonly aliases: readonly [
			"\u91CD\u5E86\u5E02"
		];
		readonly code: "50";
		readonly letter: "\u6E1D";
	},
	{
		readonly id: "\u56DB\u5DDD";
		readonly zh: "\u56DB\u5DDD";
		readonly en: "Sichuan";
		readonly aliases: readonly [
			"\u56DB\u5DDD\u7701"
		];
		readonly code: "51";
		readonly letter: "\u8700";
	},
	{
		readonly id: "\u8D35\u5DDE";
		readonly zh: "\u8D35\u5DDE";
		readonly en: "Guizhou";
		readonly aliases: readonly [
			"\u8D35\u5DDE\u7701"
		];
		readonly code: "52";
		readonly letter: "\u9ED4";
	},
	{
		readonly id: "\u4E91\u5357";
		readonly zh: "\u4E91\u5357";
		readonly en: "Yunnan";
		readonly aliases: readonly [
			"\u4E91\u5357\u7701"
		];
		readonly code: "53";
		readonly letter: "\u6EC7";
	},
	{
		readonly id: "\u897F\u85CF";
		readonly zh: "\u897F\u85CF";
		readonly en: "Tibet";
		readonly aliases: readonly [
			"\u897F\u85CF\u81EA\u6CBB\u533A",
			"Xizang"
		];
		readonly code: "54";
		readonly letter: "\u85CF";
	},
	{
		readonly id: "\u9655\u897F";
		readonly zh: "\u9655\u897F";
		readonly en: "Shaanxi";
		readonly aliases: readonly [
			"\u9655\u897F\u7701"
		];
		readonly code: "61";
		readonly letter: "\u9655";
	},
	{
		readonly id: "\u7518\u8083";
		readonly zh: "\u7518\u8083";
		readonly en: "Gansu";
		readonly aliases: readonly [
			"\u7518\u8083\u7701"
		];
		readonly code: "62";
		readonly letter: "\u9647";
	},
	{
		readonly id: "\u9752\u6D77";
		readonly zh: "\u9752\u6D77";
		readonly en: "Qinghai";
		readonly aliases: readonly [
			"\u9752\u6D77\u7701"
		];
		readonly code: "63";
		readonly letter: "\u9752";
	},
	{
		readonly id: "\u5B81\u590F";
		readonly zh: "\u5B81\u590F";
		readonly en: "Ningxia";
		readonly aliases: readonly [
			"\u5B81\u590F\u56DE\u65CF\u81EA\u6CBB\u533A"
		];
		readonly code: "64";
		readonly letter: "\u5B81";
	},
	{
		readonly id: "\u65B0\u7586";
		readonly zh: "\u65B0\u7586";
		readonly en: "Xinjiang";
		readonly aliases: readonly [
			"\u65B0\u7586\u7EF4\u543E\u5C14\u81EA\u6CBB\u533A"
		];
		readonly code: "65";
		readonly letter: "\u65B0";
	},
	{
		readonly id: "\u53F0\u6E7E";
		readonly zh: "\u53F0\u6E7E";
		readonly en: "Taiwan";
		readonly aliases: readonly [
			"\u53F0\u6E7E\u7701",
			"\u81FA\u7063"
		];
		readonly code: "71";
		readonly letter: "";
	},
	{
		readonly id: "\u9999\u6E2F";
		readonly zh: "\u9999\u6E2F";
		readonly en: "Hong Kong";
		readonly aliases: readonly [
			"\u9999\u6E2F\u7279\u522B\u884C\u653F\u533A",
			"Hongkong"
		];
		readonly code: "81";
		readonly letter: "";
	},
	{
		readonly id: "\u6FB3\u95E8";
		readonly zh: "\u6FB3\u95E8";
		readonly en: "Macao";
		readonly aliases: readonly [
			"\u6FB3\u95E8\u7279\u522B\u884C\u653F\u533A",
			"Macau"
		];
		readonly code: "82";
		readonly letter: "";
	}
];
type ProvinceName = (typeof provinces)[number]["id"];
type IpPlace = {
	readonly kind: "province";
	readonly province: ProvinceName;
}
/** In China, of no known province. */
 | {
	readonly kind: "china";
} | {
	readonly kind: "abroad";
};
interface IpTable {
	/** The place of an address; undefined where the table knows none. */
	province(ip: Ip): IpPlace | undefined;
	/** The day of the data for IPv4, YYYY-MM-DD. */
	readonly dataDate: string;
}
type NumberFault = 
/** No province before ICP. */
"no-letter"
/** A letter that filing numbers do not have: 川 for 蜀. */
 | "letter" | "case" | "width" | "spaces"
/** 备案 or 備 for 备, 號 for 号, 字第 between, 号 at the end. */
 | "words"
/** 号 is missing. */
 | "no-hao"
/** Neither 8 digits nor 10. */
 | "digits"
/** Ten digits that begin with no year, or a year to come. */
 | "year"
/** A long dash or none before the website's number. */
 | "dash"
/** X or * where digits belong. */
 | "sample"
/** The A or X of an app or mini program. */
 | "app";
interface NumberReading {
	/** As written. */
	readonly text: string;
	readonly from: number;
	readonly to: number;
	/** How it is written right; undefined where that cannot be told. */
	readonly canonical: string | undefined;
	/** The letter of the province, put right where that is sure. */
	readonly letter: string | undefined;
	/** The digits behind 备. */
	readonly digits: string;
	/** The website's number behind the dash. */
	readonly suffix: string | undefined;
	readonly faults: readonly NumberFault[];
}
interface LicenceReading {
	readonly text: string;
	readonly from: number;
	readonly to: number;
}
type PoliceFault = "no-letter" | "digits" | "form" | "county" | "no-hao" | "width";
interface PoliceReading {
	readonly text: string;
	readonly from: number;
	readonly to: number;
	readonly code: string;
	readonly faults: readonly PoliceFault[];
}
type Span = readonly [
	from: number,
	to: number
];
type Hiding = "display" | "visibility" | "opacity" | "font-size" | "colour" | "offscreen" | "clipped" | "attribute" | "noscript";
interface PageLink {
	/** As written, trimmed. */
	readonly href: string;
	/** The value of its href in the HTML, without quotes; undefined where the HTML does not have it so. */
	readonly at: Span | undefined;
	readonly quoted: boolean;
}
interface Placed {
	readonly at: Span;
	/** The very characters stand in the HTML, so they can be replaced. */
	readonly exact: boolean;
	readonly hiding: Hiding | undefined;
	readonly link: PageLink | undefined;
}
interface PageNumber extends Placed {
	readonly reading: NumberReading;
	/** In an element that is a footer by name, or among the last of the text. */
	readonly inFooter: boolean;
}
interface PagePoliceNumber extends Placed {
	readonly reading: PoliceReading;
}
interface NumberElsewhere {
	readonly place: "comment" | "script" | "style" | "noscript" | "attribute" | "title" | "frame";
	readonly reading: NumberReading;
	readonly at: Span;
}
interface FooterPlace {
	readonly offset: number;
	readonly into: "footer" | "body" | "end";
	/** How lines of the page end. */
	readonly lineEnd: "\n" | "\r\n";
}
interface CertificateFile {
	readonly state: "found" | "empty" | "missing" | "unknown";
	/** Where it was looked for. */
	readonly place: string;
}
interface Page {
	/** Path or URL as the user named it. */
	readonly name: string;
	/** The host that the page was read from; undefined for a file. */
	readonly host: string | undefined;
	readonly html: string;
	readonly title: {
		readonly text: string;
		readonly at: Span;
	} | undefined;
	readonly numbers: readonly PageNumber[];
	readonly licences: readonly LicenceReading[];
	readonly police: readonly PagePoliceNumber[];
	readonly elsewhere: readonly NumberElsewhere[];
	/** Units named in copyright lines. */
	readonly holders: readonly {
		readonly name: string;
		readonly at: Span;
	}[];
	/** Pictures that by their name or text show the number. */
	readonly images: readonly {
		readonly at: Span;
		readonly about: string;
	}[];
	/** Links to the filing system around text that is no number. */
	readonly otherLinks: readonly PageLink[];
	readonly footer: FooterPlace;
	/** The page's own word on its address. */
	readonly canonicalHost: string | undefined;
	readonly frames: number;
	/** Scripts there are, and hardly any text: a program draws the page. */
	readonly drawnByScript: boolean;
	/** Where the page sends its visitors on to by itself. */
	readonly refresh: {
		readonly to: string;
		readonly at: Span;
	} | undefined;
	/** Style sheets in files of their own that were not looked at. */
	readonly styleFiles: number;
	readonly certificate: CertificateFile | undefined;
	/** How the bytes were read; `undeclared` when neither header nor page names the encoding. */
	readonly encoding: PageEncoding;
	/** Addresses that the page was asked at, in order; one when there was no redirect, none for a file. */
	readonly visited: readonly string[];
}
interface PageEncoding {
	readonly name: string;
	readonly undeclared: boolean;
	readonly damaged: boolean;
}
/** Where a rule comes from, shown to the user with every finding. */
export interface Source {
	readonly title: Bilingual;
	readonly year: number;
	/** Where in the document: a step, a section, a tag. */
	readonly ref?: Bilingual;
}
/** A message and what to write instead. */
export type Words = readonly [
	message: string,
	hint?: string
];
type Shown<D> = {
	readonly [K in keyof D]: Exclude<D[K], Secret> | (D[K] extends Secret ? string : never);
};
/** The words of one message in both languages. */
export interface Message<D extends Readonly<Record<string, Datum>>> {
	readonly zh: (data: Shown<D>) => Words;
	readonly en: (data: Shown<D>) => Words;
}
/** Writes a message; the type argument names the data that a report has to bring. */
export declare const say: <D extends Readonly<Record<string, Datum>> = Record<never, never>>(message: Message<D>) => Message<D>;
type Messages = Readonly<Record<string, {
	zh: (data: never) => Words;
	en: (data: never) => Words;
}>>;
type DataOf<M> = M extends Message<infer D> ? D : never;
interface At {
	readonly at: DraftPath | NotedPath;
	readonly part?: Place["part"];
	readonly slice?: readonly [
		from: number,
		to: number
	];
}
interface Extras {
	readonly fix?: Fix;
	/** This case is less sure than the rule's level says. */
	readonly atMost?: Level;
	/** MIIT's return code where it differs from the rule's. */
	readonly returnCode?: number;
	/** The option that makes this a finding, by its dotted name: the documents of the layer that set it are shown. */
	readonly option?: string;
	/** Documents of this very case. */
	readonly sources?: readonly Source[];
}
type WithData<D> = keyof D extends never ? {
	readonly data?: D;
} : {
	readonly data: D;
};
type Report<M extends Messages> = <K extends keyof M & string>(message: K, finding: At & Extras & WithData<DataOf<M[K]>>) => void;
type Remind<M extends Messages> = <K extends keyof M & string>(message: K, ...data: keyof DataOf<M[K]> extends never ? [
] : [
	DataOf<M[K]>
]) => void;
interface KnownHost {
	readonly profile: string;
	readonly title: Bilingual;
	/** Exact legal names. */
	readonly names: readonly string[];
	/** How people call it. */
	readonly aliases: readonly string[];
}
interface World {
	/** Today in China, YYYY-MM-DD. */
	readonly today: string;
	readonly ip: IpTable;
	readonly profile: {
		readonly id: string;
		readonly title: Bilingual;
		readonly host: KnownHost | undefined;
	};
	/** Ids of every profile that a draft may name. */
	readonly profiles: readonly string[];
	/** Every host that some built-in profile describes. */
	readonly hosts: readonly KnownHost[];
}
interface Context<M extends Messages, C extends Messages, O> {
	readonly report: Report<M>;
	readonly remind: Remind<C>;
	readonly options: O;
	readonly world: World;
}
interface Key {
	/** Normalised value; equal values meet. Values of different meaning carry a prefix. */
	readonly value: string;
	readonly at: DraftPath;
	/** What tells apart uses that may share a value, such as the sponsor's name. */
	readonly owner: string;
	/** The value as the user wrote it, for the message. */
	readonly shown: Datum;
}
interface Occurrence {
	readonly file: string;
	readonly document: number;
	readonly path: Place["path"];
	readonly owner: string;
	readonly shown: Datum;
	/** The rule's level for this draft. */
	readonly level: Level;
	/** The run is not about this draft: a clash is told at the other place. */
	readonly background?: true;
}
type ReportClash<M extends Messages> = <K extends keyof M & string>(message: K, finding: {
	readonly at: Occurrence;
	readonly others: readonly Occurrence[];
} & WithData<DataOf<M[K]>>) => void;
interface Clash<M extends Messages, O> {
	/** What the values are. Rules of one kind share their `keys`. */
	readonly kind: string;
	/** The values of one draft that must not meet others. */
	keys(draft: Draft, options: O): Iterable<Key>;
	/** Judges the places that hold one value, in the order of files and drafts. Called with two or more. */
	judge(places: readonly Occurrence[], report: ReportClash<M>): void;
}
interface Filed {
	readonly number: string | undefined;
	/** The filing has passed, so the number is the one that was given. */
	readonly approved: boolean;
	readonly province: string | undefined;
	readonly name: string | undefined;
	readonly domains: readonly string[];
	/** The day on which the website opened, YYYY-MM-DD. */
	readonly opened: string | undefined;
	/** The subject by its name and nature. */
	readonly sponsor: string | undefined;
	readonly nature: string | undefined;
}
/** A piece of a draft in YAML, run as a test and printed by `explain`. */
export interface Example<M extends Messages> {
	/** YAML, in the words of the form. Several documents show a clash. */
	readonly draft: string;
	/** HTML, for a rule about pages: `draft` is then what it is held against, and may be empty. */
	readonly page?: string;
	/** What of a page its HTML does not say. */
	readonly known?: Partial<Pick<Page, "certificate" | "encoding" | "visited"> & Pick<Filed, "opened">>;
	/** The message that comes, for a bad example. */
	readonly says?: keyof M & string;
	/** The draft after the rule's fixes. */
	readonly fixed?: string;
	/** Options under which the example is meant, as a profile would give them. */
	readonly options?: Readonly<Record<string, unknown>>;
	/** The profile under which the example is meant; the default one otherwise. */
	readonly profile?: string;
}
/** error: would be refused. warning: often refused or slows the review. info: worth knowing. */
export type Level = "error" | "warning" | "info";
type LevelSetting = Level | "off";
interface Secret {
	readonly secret: MaskKind;
	readonly value: string;
}
type Datum = string | number | boolean | undefined | readonly string[] | Secret;
interface Place {
	readonly path: Path;
	readonly part?: "value" | "key";
	/** UTF-16 offsets into the value. */
	readonly slice?: readonly [
		from: number,
		to: number
	];
	/** UTF-16 offsets into the file, where there are no values because it cannot be read. */
	readonly offsets?: readonly [
		from: number,
		to: number
	];
}
type Edit = {
	readonly op: "set";
	readonly path: Path;
	readonly value: string;
	/** In a page, which has no paths: the UTF-16 offsets that the value takes the place of. */
	readonly offsets?: readonly [
		from: number,
		to: number
	];
} | {
	readonly op: "insert";
	readonly path: Path;
	readonly key?: string;
	readonly value: string;
} | {
	readonly op: "remove";
	readonly path: Path;
}
/** Another key for what stands there. */
 | {
	readonly op: "rename";
	readonly path: Path;
	readonly key: string;
};
/** `safe` keeps the meaning (spaces, width, case, punctuation); `suggested` changes what the user claims. */
export interface Fix {
	readonly safety: "safe" | "suggested";
	readonly edits: readonly [
		Edit,
		...Edit[]
	];
}
declare const documents: {
	readonly "measures-2000": Source;
	readonly "guide-2007": Source;
	readonly "miit-2009": Source;
	readonly "miit-2013": Source;
	readonly "miit-domains-2018": Source;
	readonly "gov-apps-2024": Source;
	readonly "west-2013": Source;
	readonly "cenje-2014": Source;
	readonly "netease-2016": Source;
	readonly "tencent-2017": Source;
	readonly "tencent-faq-2022": Source;
	readonly "tencent-2022": Source;
	readonly "inspur-2021": Source;
	readonly "300cn-2021": Source;
	readonly "xinnet-2023": Source;
	readonly "form-2023": Source;
	readonly "huawei-2026": Source;
	readonly "lists-of-hosts": Source;
};
type DocumentId = keyof typeof documents;
type Options = Readonly<Record<string, unknown>>;
/** A rule's level; with options; with the documents that say so. */
export type RuleSetting = LevelSetting | readonly [
	LevelSetting,
	Options
] | readonly [
	LevelSetting,
	Options,
	readonly DocumentId[]
];
export type RuleSettings = Readonly<Record<string, RuleSetting>>;
interface ProfileHead {
	readonly id: string;
	readonly title: Bilingual;
	/** The day or year that its facts are of, such as 2007-09-26 or 2026. */
	readonly asOf: string;
	/** The profile that this one builds on. */
	readonly extends?: string;
	readonly host?: {
		readonly names: readonly string[];
		readonly aliases?: readonly string[];
	};
}
/** A profile as its YAML file writes it. */
export interface Profile extends ProfileHead {
	readonly rules?: RuleSettings;
	/** How a filing goes its way. */
	readonly procedure?: Procedure;
	/** What the user has to see to, beyond what rules remind of. */
	readonly checklist?: readonly ChecklistEntry[];
	/** What a province asks beyond that, by the province's short name. */
	readonly provinces?: Readonly<Record<string, ProvinceOverlay>>;
}
interface Procedure {
	/** `ministry`: the filer enters it at the ministry's site; `host`: only in the access provider's own system. */
	readonly submit: "ministry" | "host";
	/** The ministry's filing site. */
	readonly site: string;
	/** Days after which the filer looks at the progress. */
	readonly lookAfterDays: number;
	readonly sources: readonly DocumentId[];
}
interface ProvinceOverlay {
	readonly rules?: RuleSettings;
	readonly checklist?: readonly ChecklistEntry[];
}
interface ChecklistEntry extends Bilingual {
	readonly for?: "individual" | "unit";
	readonly sources?: readonly DocumentId[];
}
declare const languages: readonly [
	"zh",
	"en"
];
export type Language = (typeof languages)[number];
/** One finding as every machine format and the library show it. */
export interface ReportedFinding {
	readonly rule: string;
	readonly severity: Level;
	/** What is wrong with this value. Personal values are masked unless they were asked for. */
	readonly message: string;
	/** What to write instead. */
	readonly hint: string | null;
	/** Where in the draft: English keys, list places from 0. */
	readonly path: readonly (string | number)[];
	/** From 1, as are the other positions; columns count UTF-16 units. */
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** Number of the draft in its file, from 0. */
	readonly document: number;
	/** The documents that say so. */
	readonly sources: readonly ReportedSource[];
	/** MIIT's return code that this would come back as. */
	readonly returnCode: number | null;
	/** What a fix would do; `safe` when it keeps the meaning. */
	readonly fix: {
		readonly title: string;
		readonly safe: boolean;
	} | null;
	/** Other places that it is about. */
	readonly related: readonly ReportedPlace[];
	/** How many more places have the same value; there only where `related` does not name them all. */
	readonly relatedMore?: number;
}
/** A document behind a finding. */
export interface ReportedSource {
	readonly title: string;
	readonly year: number;
	readonly ref?: string;
}
/** A place in a file of the run. */
export interface ReportedPlace {
	readonly file: string;
	readonly document: number;
	readonly path: readonly (string | number)[];
	readonly line: number;
	readonly column: number;
}
/**
 * A rule of one's own.
 * @typeParam M the messages, by key
 * @typeParam O the options
 */
export interface CustomRuleSpec<M extends Messages, O> {
	/** A name of your own, a slash, and the rule's name: `my-host/test-site`. */
	readonly id: `${string}/${string}`;
	/** How serious a finding is, unless a profile or a config says otherwise. */
	readonly level: Level;
	/** Documents that say so; shown with every finding. */
	readonly sources?: readonly Source[];
	/** Options with their defaults. What a user gives must have the same types. */
	readonly options?: {
		readonly defaults: O;
	};
	readonly texts: {
		/** What the rule asks, in a few words. */
		readonly title: Bilingual;
		/** Why it asks that; shown by `explain`. */
		readonly why?: Bilingual;
		/** What may be said, by key; made with `say`. */
		readonly messages: M;
	};
	/** Pieces of drafts in YAML, shown by `explain`. */
	readonly examples?: {
		readonly bad: readonly Example<M>[];
		readonly good: readonly Example<M>[];
	};
	/** Looks at one draft and reports what is wrong. Must not change the draft. */
	check?(draft: Draft, context: Pick<Context<M, Record<never, never>, O>, "report" | "options" | "world">): void;
	/** Names values that may not stand in two places of a run. */
	readonly clash?: Clash<M, O>;
}
/** A rule that was checked by the compiler; hand it to a plugin or to `plugins` of a call. */
export interface CustomRule {
	readonly id: string;
	readonly level: Level;
	readonly sources?: readonly Source[];
	readonly options?: {
		readonly defaults: unknown;
	};
	readonly texts: {
		readonly title: Bilingual;
		readonly why?: Bilingual;
		readonly messages: Messages;
	};
	readonly examples?: {
		readonly bad: readonly unknown[];
		readonly good: readonly unknown[];
	};
	readonly check?: (draft: Draft, context: never) => void;
	readonly clash?: unknown;
}
/**
 * Writes a rule of one's own; TypeScript checks that every report has a message and its data.
 * @returns the same object
 */
export declare const defineRule: <M extends Messages, O = undefined>(spec: CustomRuleSpec<M, O>) => CustomRule;
/** What holds for a check. Everything may be left out. */
export interface CheckOptions {
	/** The profile whose rules apply, over the one that a draft names: an id, or a profile from `loadProfile`. */
	readonly profile?: string | Profile;
	/** Levels and options of single rules, over those of the profile. */
	readonly rules?: RuleSettings;
	/** Rules and profiles of one's own. */
	readonly plugins?: readonly Plugin[];
	/** The language of messages; Chinese unless given. */
	readonly language?: Language;
	/** Identity numbers, phones and mail addresses in full; masked unless given. */
	readonly showValues?: boolean;
	/** Today in China as YYYY-MM-DD; the clock's day unless given. */
	readonly today?: string;
	/** Stops the work: the promise is rejected with the signal's reason. */
	readonly signal?: AbortSignal;
}
/** Rules and profiles of one's own. */
export interface Plugin {
	readonly rules?: readonly CustomRule[];
	readonly profiles?: readonly Profile[];
}
/** Options of a check of one text. */
export interface DraftOptions extends CheckOptions {
	/** The name under which the draft appears; its ending tells YAML (`.yaml`), JSON and lines of JSON (`.ndjson`). */
	readonly file?: string;
}
/** How many drafts and findings there are. */
export interface CheckSummary {
	readonly drafts: number;
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	/** Findings that the draft itself sets aside. */
	readonly suppressed: number;
}
/** What was found in one text. */
export interface CheckResult {
	readonly summary: CheckSummary;
	/** By place. */
	readonly findings: readonly ReportedFinding[];
	/** What no tool can see, for the user's own eyes. */
	readonly reminders: readonly string[];
	/** True when some part of the text could not be read; it has a finding of `draft/syntax` then. */
	readonly broken: boolean;
}
/** Options of `fixDraft`. */
export interface FixDraftOptions extends DraftOptions {
	/** Suggested fixes too, which change what the filing claims; only those that keep the meaning unless given. */
	readonly all?: boolean;
}
/** What became of a text. */
export interface FixResult {
	/** The text with its fixes; every other byte is as it was. */
	readonly text: string;
	/** The findings whose fixes were made. */
	readonly applied: readonly ReportedFinding[];
	/** The findings whose fixes could not be made without changing something else. */
	readonly refused: readonly ReportedFinding[];
	/** What is left in the new text. */
	readonly left: CheckResult;
}
/** The tables of IP addresses, as the package ships them under `beian-check/ip/`. */
export interface IpBytes {
	/** The bytes of `ip/ipv4.bin`. */
	readonly ipv4?: Uint8Array;
	/** The bytes of `ip/ipv6.bin`. */
	readonly ipv6?: Uint8Array;
}
/** Options that only a browser needs. */
export interface BrowserOptions {
	/** Without it no address has a known province, and rules about it say nothing. */
	readonly ipData?: IpBytes;
}
/**
 * Checks a draft.
 * @param draft its text (YAML, JSON or lines of JSON), or its values
 * @returns findings by their place, each with its message and what to write instead
 * @throws RangeError for a profile or a rule that does not exist; the reason of `signal` when it stops the work
 */
export declare function checkDraft(draft: string | object, options?: DraftOptions & BrowserOptions): Promise<CheckResult>;
/**
 * Makes the fixes of a draft's text; every other character stays as it was.
 * @throws as `checkDraft`
 */
export declare function fixDraft(text: string, options?: FixDraftOptions & BrowserOptions): Promise<FixResult>;
/**
 * Loads a profile.
 * @param profile the id of a built-in profile, the YAML text of one's own, or the object that it would be
 * @throws RangeError when there is no such profile, TypeError that says which part of it is not right
 */
export declare function loadProfile(profile: string | object): Promise<Profile>;

export {};
