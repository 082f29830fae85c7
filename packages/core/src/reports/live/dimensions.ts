import { DIMENSIONS, type Dimension } from "../../config/definition/match.ts";

/** What live spend can be divided by: the dimensions of spend, and what the resources are. */
export const LIVE_DIMENSIONS = [...DIMENSIONS, "type", "account", "region", "resource"] as const;

/** One of them. */
export type LiveDimension = (typeof LIVE_DIMENSIONS)[number];

/** Which resources are wanted, by dimension: one of the values must be theirs, an empty text stands for none. */
export type LiveWhere = Readonly<Partial<Record<LiveDimension, readonly string[]>>>;

/** What is known of a resource that costs something. */
export interface Spender {
  /** The name of the resource. */
  readonly resource: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly dimensions: Readonly<Record<Dimension, string | null>>;
}

/**
 * What a resource is in a dimension; null where it is nothing.
 *
 * @example valueIn(accrual, "team") // "vision"
 */
export function valueIn(spender: Spender, dimension: LiveDimension): string | null {
  switch (dimension) {
    case "type":
    case "account":
    case "region":
    case "resource":
      return spender[dimension];
    default:
      return spender.dimensions[dimension];
  }
}

/** Whether a resource is among those wanted. */
export function isWanted(spender: Spender, where: LiveWhere): boolean {
  return LIVE_DIMENSIONS.every(
    (dimension) => where[dimension]?.includes(valueIn(spender, dimension) ?? "") ?? true,
  );
}
