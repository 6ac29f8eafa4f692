/** How many forms a person's queue opens in a day. */

/** How many of a day's openings are left. `day` is any name of the day, the same all day long. */
export const openingsLeft = (
  opened: { readonly day: string; readonly count: number } | undefined,
  { day, cap }: { day: string; cap: number },
): number => Math.max(0, cap - (opened?.day === day ? opened.count : 0));
