import type { Attributes, UnknownPrice } from "./price.ts";
import type { Item } from "./rate.ts";

/** A part of what a resource costs: so many units of something that AWS charges for. */
export interface Component {
  readonly item: Item;
  readonly name: string;
  readonly quantity: bigint;
  /** Whether it costs nothing while the resource is stopped. */
  readonly onlyRunning: boolean;
}

/** All that a resource costs while it is there. */
export interface Bill {
  readonly components: readonly Component[];
  readonly assuming?: readonly string[];
  /** Epoch milliseconds at which other components follow; absent where none do. */
  readonly until?: number;
}

/** Tells from the attributes of a resource, at an instant, what it is charged for. */
export type BillingRule = (attributes: Attributes, at: number) => Bill | UnknownPrice;

/** A component that is charged for as long as the resource runs. */
export function running(item: Item, name: string, quantity = 1n): Component {
  return { item, name, quantity, onlyRunning: true };
}

/** A component that is charged for as long as the resource is there, running or not. */
export function existing(item: Item, name: string, quantity = 1n): Component {
  return { item, name, quantity, onlyRunning: false };
}

/**
 * The whole number that a text is; undefined where it is none.
 *
 * @example countOf("100") // 100n
 */
export function countOf(text: string | null | undefined): bigint | undefined {
  return text !== null && text !== undefined && /^\d{1,9}$/.test(text) ? BigInt(text) : undefined;
}
