import { environment, systemIn } from "./live.ts";
import { once } from "./once.ts";
import type { ActingSystem } from "./system.ts";

/** What does all that is due. */
export const liveActing = once(async (): Promise<ActingSystem> => {
  const given = await environment();
  return {
    ...systemIn(given),
    remediation: once(async () => (await import("./live/remediation.ts")).liveRemediation(given)),
    bus: once(async () => (await import("./live/bus.ts")).liveBus(given)),
  };
});
