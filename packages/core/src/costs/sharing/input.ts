import type { Pool } from "../../config/definition/costs.ts";
import type { Config } from "../../config/definition.ts";
import type { Destination } from "../attribution/destination.ts";
import type { Amount } from "../money.ts";
import type { Period } from "../period.ts";
import type { DividedBy } from "./divided-by.ts";
import type { Row } from "./row.ts";
import type { UsageRow } from "./usage.ts";
import type { Vector } from "./vector.ts";

/** What the division of pools is made from. */
export interface SharingInput {
  readonly pools: readonly Pool[];
  readonly allocation: Config["allocation"];
  /** All teams, sorted. */
  readonly teams: readonly string[];
  /** Each pool's own charges. */
  readonly amounts: ReadonlyMap<string, Amount>;
  /** Direct cost by team. */
  readonly direct: ReadonlyMap<string, Amount>;
  readonly usage: readonly UsageRow[];
  readonly period: Period;
}

/** Where each pool's own charges end, as exact fractions. */
export interface Shares {
  /** For each pool fractions that sum to 1, by destination key. */
  readonly byPool: ReadonlyMap<string, Vector>;
  /** For each pool what it was divided by in the end. */
  readonly dividedBy: ReadonlyMap<string, DividedBy>;
  readonly destinations: ReadonlyMap<string, Destination>;
  /** What each pool hands on of all that it holds, to teams and to other pools. */
  readonly rows: ReadonlyMap<string, Row>;
}
