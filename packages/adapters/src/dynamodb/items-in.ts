import { setTimeout } from "node:timers/promises";
import type { ItemStore } from "../ledger/items.ts";
import type { Waiting } from "./contention.ts";
import { dynamodbItems } from "./items.ts";
import type { Place } from "./place.ts";

/** A table, and how to wait where it is busy. */
export type Waitable = Place & { readonly waiting?: Waiting };

const WAITING: Waiting = { random: Math.random, sleep: (milliseconds) => setTimeout(milliseconds) };

/** The items of a table; where it is busy it is tried again, after as long as is told or else a time that grows. */
export function itemsIn({ waiting = WAITING, ...place }: Waitable): ItemStore {
  return dynamodbItems(place, waiting);
}
