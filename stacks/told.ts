import type { Place } from "@tagledger/core/policy/iam/place";
import type { Names } from "@tagledger/core/policy/stack-set/site";
import type { Settings } from "./settings.ts";

/** What a deployment is told, and where it goes. */
export interface Told extends Settings {
  /** Whether what is kept outlives mistakes: all stages but those that are tried out. */
  readonly isKept: boolean;
  readonly home: Place;
  readonly names: Names;
}
