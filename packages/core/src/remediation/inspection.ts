import type { Condition } from "../catalog/type-facts.ts";
import type { ControlledBy } from "../tags/plan/input.ts";
import type { Fields } from "./fields.ts";

/** What a look at a resource shows that is about to be acted on. */
export type Inspection = {
  /** The state that its service tells, in the service's own word; null where it tells none. */
  readonly state: string | null;
  /** When it was made, in epoch milliseconds; absent where its service does not tell. */
  readonly made?: number;
  /** What holds of it; what is left out was not looked at, or cannot be known. */
  readonly conditions: Readonly<Partial<Record<Condition, boolean>>>;
  /** What keeps it, where its service tells; its tags may tell more. */
  readonly controller: ControlledBy | null;
  /** What each remedy would change, as it is now; a remedy that has nothing to change here is left out. */
  readonly remedies: Readonly<Record<string, Fields>>;
};
