import { join } from "node:path";

/** Where the parts of a sample are in its folder. */
export function sampleFiles(folder: string) {
  return {
    bill: join(folder, "bill"),
    usage: join(folder, "usage.csv"),
    before: { bill: join(folder, "before", "bill"), usage: join(folder, "before", "usage.csv") },
    trail: join(folder, "trail"),
    config: join(folder, "tagledger.yaml"),
  };
}
