import { TagledgerError } from "@tagledger/core/errors";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";

/**
 * A source that lies on a disk, where no disk is read: it gives nothing and says so, because leaving it out would look as if
 * its usage were wanted no more.
 */
export function unreadDisk(kind: UsageSource["kind"], path: string, pools: readonly string[]): UsageSource {
  const name = `${kind} ${path}`;
  return {
    name,
    kind,
    pools,
    async read() {
      throw new TagledgerError("outside-failure", "lies on a disk, and is not read here", { source: name });
    },
  };
}
