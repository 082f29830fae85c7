/** Some groups of hashes. */
export interface HashGroups {
  readonly from: number;
  /** The group after the last. */
  readonly to: number;
  /** The upper halves of their hashes, group after group. */
  readonly halves: Uint32Array;
  /** Where the next half of each group goes; once all are there, where the group ends. */
  readonly ends: Uint32Array;
  halvesOf(group: number): Uint32Array;
}

/** Counts how many hashes there are of each group, which is what their lower bits say. */
export function countByGroup(pairs: Uint32Array, sizes: Uint32Array): void {
  const last = sizes.length - 1;
  for (let at = 0; at < pairs.length; at += 2) {
    const group = (pairs[at] as number) & last;
    sizes[group] = (sizes[group] as number) + 1;
  }
}

/** Makes room for the groups from one on: as many as do not hold more hashes than there may be together, or one. */
export function groupsFrom(from: number, sizes: Uint32Array, together: number): HashGroups {
  const ends = new Uint32Array(sizes.length);
  let total = sizes[from] as number;
  let to = from + 1;
  for (; to < sizes.length && total + (sizes[to] as number) <= together; to++) {
    ends[to] = total;
    total += sizes[to] as number;
  }
  const halves = new Uint32Array(total);
  const endOf = (group: number) => (group < from ? 0 : (ends[group] as number));
  return { from, to, halves, ends, halvesOf: (group) => halves.subarray(endOf(group - 1), endOf(group)) };
}

/** Puts the upper halves of hashes where their groups are; those of other groups are left out. */
export function putIntoGroups(pairs: Uint32Array, { from, to, halves, ends }: HashGroups): void {
  const last = ends.length - 1;
  for (let at = 0; at < pairs.length; at += 2) {
    const group = (pairs[at] as number) & last;
    if (group < from || group >= to) continue;
    const end = ends[group] as number;
    halves[end] = pairs[at + 1] as number;
    ends[group] = end + 1;
  }
}
