import type { TagMap } from "@tagledger/core/catalog/tags";
import type { TagChange, Written } from "../writer.ts";

const ATTEMPTS = 5;
/** As many tags as a resource may carry, besides those of AWS itself. */
const MOST = 50;

/** Tags that are read and written as a whole. */
export interface WholeTags {
  read(): Promise<TagMap>;
  write(tags: TagMap): Promise<unknown>;
}

/**
 * Changes tags where a call replaces them all. Whoever else changes them at the same time is waited for: it is written
 * only what was read twice without a change, and read again whether that lasts. Between the last reading and the
 * writing remains a moment in which what others write is lost, as the call has no condition.
 *
 * @returns a conflict where others do not stop, or a refusal where there would be too many tags
 */
export async function mergeWhole(whole: WholeTags, change: TagChange): Promise<Written> {
  let seen = await whole.read();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const wanted = merged(seen, change);
    if (isSame(seen, wanted)) return null;
    const count = Object.keys(wanted).filter((key) => !key.startsWith("aws:")).length;
    if (count > MOST) {
      return { refused: "unsupported", message: `it would carry ${count} tags, and may carry ${MOST}` };
    }
    const now = await whole.read();
    if (isSame(now, seen)) {
      await whole.write(wanted);
      seen = await whole.read();
    } else {
      seen = now;
    }
  }
  if (isSame(seen, merged(seen, change))) return null;
  return { refused: "conflict", message: "others change its tags again and again" };
}

/**
 * Tags after a change: what it does not name stays as it is, those of AWS itself among it.
 *
 * @example merged({ owner: "ada", tema: "vision" }, { set: { team: "vision" }, remove: ["tema"] }) // { owner: "ada", team: "vision" }
 */
export function merged(tags: TagMap, { set, remove }: TagChange): TagMap {
  const entries = Object.entries({ ...tags, ...set });
  return Object.fromEntries(entries.filter(([key]) => !remove.includes(key)));
}

function isSame(a: TagMap, b: TagMap): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
  );
}
