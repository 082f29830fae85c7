import { setImmediate } from "node:timers/promises";
import { DoubtfulHalves } from "./doubtful-halves.ts";
import { countByGroup, evenSizes, groupsFrom, putIntoGroups } from "./hash-groups.ts";
import { SeenHashes } from "./seen-hashes.ts";

/** How many hashes are looked at in one go. */
interface Size {
  /** This bounds memory: four bytes for each. */
  readonly together: number;
  /** Hashes of a group at most, about. */
  readonly group: number;
}

/** At most 46 MB together, enough for 10,000,000 lines; what is known of a group stays in a processor's cache. */
const SIZE: Size = { together: 11 << 20, group: 1 << 15 };
/** Of so many nobody needs to know more. */
const ENOUGH = 1000;

/** Gives all hashes, as pairs of 32-bit numbers, the lower one first. */
type Read = () => Iterable<Uint32Array>;

/**
 * Hashes that stand there twice: all, or the first thousand. Their lower bits put them into groups, within which their
 * upper halves are compared: of hashes that stand once, one in 250,000 seems to stand twice. Those are compared whole.
 *
 * @param read is called for every so many hashes, once more where groups are not even, and once where some are doubtful
 */
export async function repeated(count: number, read: Read, size = SIZE): Promise<bigint[]> {
  let sizes = evenSizes(count, size.group);
  const doubtful = new DoubtfulHalves();
  let room: Uint32Array = new Uint32Array();
  for (let from = 0; from < sizes.length && !doubtful.enough; ) {
    const groups = groupsFrom(from, sizes, size.together, room);
    room = groups.halves;
    let fit = true;
    await look(read, (pairs) => {
      fit &&= putIntoGroups(pairs, groups);
    });
    if (!fit) {
      // Where many stand twice, groups are not even.
      sizes = await countedSizes(read, sizes.length);
      continue;
    }
    for (let group = from; group < groups.to && !doubtful.enough; group++) {
      doubtful.look(groups.halvesOf(group));
      await setImmediate();
    }
    from = groups.to;
  }
  return doubtful.count === 0 ? [] : compareWhole(read, doubtful);
}

async function countedSizes(read: Read, groups: number): Promise<Uint32Array> {
  const sizes = new Uint32Array(groups);
  await look(read, (pairs) => countByGroup(pairs, sizes));
  return sizes;
}

async function compareWhole(read: Read, doubtful: DoubtfulHalves): Promise<bigint[]> {
  const found: bigint[] = [];
  const seen = new SeenHashes(0);
  await look(read, (pairs) => {
    for (const at of doubtful.among(pairs)) {
      if (found.length >= ENOUGH) return;
      const [low, high] = [pairs[at] as number, pairs[at + 1] as number];
      if (!seen.add(low, high)) found.push((BigInt(high) << 32n) | BigInt(low));
    }
  });
  return found;
}

/** Looks at all hashes, some at a time, so that queries that run meanwhile are heard. */
async function look(read: Read, at: (pairs: Uint32Array) => void): Promise<void> {
  for (const pairs of read()) {
    at(pairs);
    await setImmediate();
  }
}
