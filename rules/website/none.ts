// What people write into a list of boxes to say that none is ticked.

const none =
  /^(?:(?:暂无|无需|不需要|没有|不涉及|未涉及|不含|无)(?:任何|相关)?(?:前置)?(?:或专项|专项)?(?:审批)?(?:内容|事项|项目)?|否|空|none|no|n\/a|[-—/]+)[。.]?$/i

/** Whether a text puts into words that there is nothing. */
export const isNone = (text: string): boolean => none.test(text.trim())
