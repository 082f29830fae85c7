import { environment, systemIn } from "./live.ts";
import { billEnvironment } from "./live-billing.ts";
import { once } from "./once.ts";
import type { AllocatingSystem } from "./system.ts";

/** What divides bills. */
export const liveAllocating = once(async (): Promise<AllocatingSystem> => {
  const { together } = await import("./together.ts");
  const [given, bills] = await together(environment(), billEnvironment());
  return {
    ...systemIn(given),
    async allocation(config) {
      return (await import("./live/allocation.ts")).liveAllocation({ ...given, ...bills }, config);
    },
  };
});
