import { environment, systemIn } from "./live.ts";
import { once } from "./once.ts";
import type { AnsweringSystem } from "./system.ts";

/** What answers requests. */
export const liveApi = once(async (): Promise<AnsweringSystem> => {
  const given = await environment();
  const system = systemIn(given);
  return {
    ...system,
    async answering(log) {
      return (await import("./live/api.ts")).liveApi(given, system, log);
    },
  };
});
