/** Whether an answer was changed by somebody. A file of its own, as it runs in pages, where every byte counts. */

/** Whether two readings of a control differ in more than what a page's own formatting does to a value. */
export const isOther = (before: string, after: string): boolean => {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(before) === bare(after) ? bare(after) === '' && before.trim() !== after.trim() : true;
};
