// The remark that says there is nothing finer than the address given.

const mostDetailedShape = /地址.{0,4}(?:已经?[为是]|已經?[為是]|[为為]).{0,2}最[详詳][细細]/u

/**
 * Whether a remark says that the address is already the most detailed there is (地址已为最详细).
 * Wordings: hosts' notes 2018-2021 and 通信管理局 FAQs 2022.
 */
export const mostDetailed = (remark: string): boolean => mostDetailedShape.test(remark)
