/** Some groups of hashes. */
export interface HashGroups {
  readonly from: number;
  /** The group after the last. */
  readonly to: number;
  /** The upper halves of their hashes, group after group. */
  readonly halves: Uint32Array;
  /** Where there is room for each group, and after the last. */
  readonly starts: Uint32Array;
  /** Where the next half of each group goes. */
  readonly ends: Uint32Array;
  halvesOf(group: number): Uint32Array;
}

/** Room for each of as many groups as so many hashes need, if none of them stands there very often. */
export function evenSizes(count: number, group: number): Uint32Array {
  const groups = 2 ** Math.ceil(Math.log2(Math.max(count / group, 1)));
  const mean = count / groups;
  // Eight standard deviations.
  return new Uint32Array(groups).fill(Math.ceil(mean + 8 * Math.sqrt(mean)));
}

/** Counts how many hashes there are of each group, which is what their lower bits say. */
export function countByGroup(pairs: Uint32Array, sizes: Uint32Array): void {
  const last = sizes.length - 1;
  for (let at = 0; at < pairs.length; at += 2) {
    const group = (pairs[at] as number) & last;
    sizes[group] = (sizes[group] as number) + 1;
  }
}

/**
 * Makes room for the groups from one on: as many as do not hold more hashes than there may be together, or one.
 *
 * @param room what others had, used again where it is large enough
 */
export function groupsFrom(
  from: number,
  sizes: Uint32Array,
  together: number,
  room: Uint32Array,
): HashGroups {
  const starts = new Uint32Array(sizes.length + 1);
  let total = sizes[from] as number;
  let to = from + 1;
  for (; to < sizes.length && total + (sizes[to] as number) <= together; to++) {
    starts[to] = total;
    total += sizes[to] as number;
  }
  starts[to] = total;
  const halves = total <= room.length ? room : new Uint32Array(total);
  const ends = starts.slice();
  return { from, to, halves, starts, ends, halvesOf: (group) => halves.subarray(starts[group], ends[group]) };
}

/**
 * Puts the upper halves of hashes where their groups are; those of other groups are left out.
 *
 * @returns whether there was room for all
 */
export function putIntoGroups(pairs: Uint32Array, { from, to, halves, starts, ends }: HashGroups): boolean {
  const last = ends.length - 2;
  for (let at = 0; at < pairs.length; at += 2) {
    const group = (pairs[at] as number) & last;
    if (group < from || group >= to) continue;
    const end = ends[group] as number;
    if (end === starts[group + 1]) return false;
    halves[end] = pairs[at + 1] as number;
    ends[group] = end + 1;
  }
  return true;
}
