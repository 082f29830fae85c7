import { type Amount, parseAmount } from "@tagledger/core/costs/money";
import type { Graph, Resource } from "../stacks/graph/types.ts";
import type { Load } from "./load.ts";
import type { Measured } from "./measured.ts";
import type { Part } from "./part.ts";
import { PRICES, type PriceName } from "./prices.ts";

/** So much of something that is charged, in a month. */
export interface Charge {
  /** Of what, for people. */
  readonly what: string;
  readonly price: PriceName;
  readonly quantity: bigint;
}

/** What charges follow from. */
export interface Context {
  readonly graph: Graph;
  readonly load: Load;
  readonly measured: Measured;
}

/** What a resource of some type is charged for. */
export type Row = (resource: Resource, context: Context) => readonly Charge[];

/** What a charge comes to in US dollars, rounded down at the 24th place. */
export function amountOf({ price, quantity }: Charge): Amount {
  const { usd, per } = PRICES[price];
  return (parseAmount(usd) * quantity) / per;
}

/** What a part comes to that was counted for some, for as many as given; rounded up. */
export function times(part: Part, count: bigint, of: (part: Part) => number): bigint {
  const [sum, each] = [BigInt(of(part)) * count, BigInt(part.of)];
  return sum <= 0n ? sum / each : (sum + each - 1n) / each;
}
