import type { S3Client } from "@aws-sdk/client-s3";
import { badInput } from "@tagledger/core/errors";
import { s3Source } from "../../deliveries/s3-source.ts";
import { DAY, type Span } from "../hours.ts";
import { foldersIn } from "../s3/folders.ts";
import { folderPlace } from "../s3/place.ts";
import { type Inventory, inventoryOf } from "./manifest.ts";

/** How long an inventory speaks of a bucket where no newer one does: a week, and a day of which it may be late. */
export const HOLDS = 8 * DAY;

/** An inventory, and the time of which it speaks. */
export interface InventoryInForce extends Span {
  readonly inventory: Inventory;
}

/**
 * The inventories that speak of a time: each from when it was begun until the next one was, and no longer than it holds.
 * None speaks of a time before it.
 *
 * @throws bad-input where there is no inventory at all, or a manifest cannot be read
 */
export async function inventoriesOf(
  client: S3Client,
  place: string,
  asked: Span,
): Promise<InventoryInForce[]> {
  if (asked.start >= asked.end) return [];
  const dated = (await foldersIn(client, place, stampOf(asked.start - HOLDS))).filter(isStamp);
  if (dated.length === 0) await refuseWithoutAny(client, place);
  const until = stampOf(asked.end);
  const found: Inventory[] = [];
  for (const folder of dated.filter((name) => name < until).reverse()) {
    const inventory = await inventoryIn(client, `${folderPlace(place)}${folder}`);
    if (inventory === null) continue;
    found.unshift(inventory);
    // The newest from before the time is the last that speaks of it.
    if (inventory.at <= asked.start) break;
  }
  return found.flatMap((inventory, index) => {
    const start = Math.max(inventory.at, asked.start);
    const end = Math.min(inventory.at + HOLDS, found[index + 1]?.at ?? asked.end, asked.end);
    return start < end ? [{ inventory, start, end }] : [];
  });
}

/** Null where it was not delivered yet: the checksum comes last. */
async function inventoryIn(client: S3Client, folder: string): Promise<Inventory | null> {
  const source = s3Source(client);
  const place = `${folder}/manifest.json`;
  const checksum = await source.read(`${folder}/manifest.checksum`);
  const manifest = checksum === null ? null : await source.read(place);
  return checksum === null || manifest === null ? null : inventoryOf(manifest.text, checksum.text, place);
}

async function refuseWithoutAny(client: S3Client, place: string): Promise<void> {
  const folders = await foldersIn(client, place);
  if (folders.some(isStamp)) return;
  const there = folders.length === 0 ? "nothing" : folders.slice(0, 5).join(", ");
  const message =
    `${place}: there is no inventory here: expected folders such as 2026-09-01T01-00Z, found ${there}; ` +
    "they lie below s3://BUCKET/PREFIX/SOURCE-BUCKET/CONFIGURATION";
  throw badInput(message, { value: place });
}

/**
 * How inventories call an instant.
 *
 * @example stampOf(Date.UTC(2026, 8, 1, 1)) // "2026-09-01T01-00Z"
 */
export function stampOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace(":", "-")}Z`;
}

function isStamp(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}Z$/.test(name);
}
