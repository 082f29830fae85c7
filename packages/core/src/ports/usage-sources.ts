import type { UsageSourceConfig } from "../config/definition/usage.ts";
import type { Period } from "../costs/period.ts";
import type { Coverage } from "../costs/sharing/coverage.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";

/** Which usage is wanted. */
export interface UsageQuery {
  readonly period: Period;
  /** Epoch milliseconds, a whole hour: nothing after it is known yet. */
  readonly until: number;
}

/** What a source gave. */
export interface UsageReading {
  /** Teams as the source names them, in no order; `unowned:NAME` where it names none. */
  readonly rows: readonly UsageRow[];
  readonly coverage: readonly Coverage[];
  /** What it cannot see, or did not give, as people read it. */
  readonly notes: readonly string[];
}

/** A place where usage is kept: metrics, an inventory, an API, a bill. */
export interface UsageSource {
  /** What it is: sources of different kinds may tell the same use. */
  readonly kind: UsageSourceConfig["kind"] | "uploaded";
  /** What people call it, as `prometheus http://prometheus:9090`. */
  readonly name: string;
  /** The pools that it may give usage of. */
  readonly pools: readonly string[];
  /** Whether people wrote its rows: a team that there is not is then refused with its line, as they can mend it. */
  readonly handedIn?: boolean;
  /**
   * Reads the usage of a period.
   *
   * @throws bad-input naming the place and the value where something cannot be read exactly
   * @throws outside-failure where the source cannot be reached, or breaks off: nothing is known then, never a part
   */
  read(query: UsageQuery): Promise<UsageReading>;
}
