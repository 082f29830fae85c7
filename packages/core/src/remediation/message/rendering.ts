import type { LocalTime } from "./instant.ts";

/** What a message is rendered with. */
export type Rendering = {
  /** Said before everything else, as that no channel leads to the team; null where there is nothing to say. */
  readonly note: string | null;
  readonly localTime: LocalTime;
};
