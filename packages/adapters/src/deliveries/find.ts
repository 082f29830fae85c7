import type { Delivery } from "@tagledger/core/bills/delivery";
import { asOne, badInput, TagledgerError } from "@tagledger/core/errors";
import { inParallel } from "../aws/inventory/parallel.ts";
import { promisesTable } from "../bills/no-bill.ts";
import { deliveryOf, type FoundDelivery } from "./delivery.ts";
import { looseDeliveries } from "./loose.ts";
import { isManifest } from "./manifest-place.ts";
import { newestManifests } from "./newest.ts";
import type { DeliverySource } from "./source.ts";

const AT_ONCE = 4;

/**
 * The deliveries at a place, of each export and period the newest, ordered by both.
 *
 * @param broken is told of manifests that cannot be read or list what is not there, where others can; without it they throw
 * @throws bad-input naming the place where there is none, or a manifest that cannot be read or lists what is not there
 */
export async function findDeliveries(
  source: DeliverySource,
  place: string,
  broken?: (problem: TagledgerError) => void,
): Promise<readonly Delivery[]> {
  const files = await source.list(place);
  const manifests = newestManifests(files.filter(({ place }) => isManifest(place)));
  const problems: TagledgerError[] = [];
  const each = await inParallel(manifests, AT_ONCE, async (manifest) => {
    try {
      return [await deliveryOf(source, manifest)];
    } catch (error) {
      const isBroken = error instanceof TagledgerError && error.code === "bad-input";
      if (broken === undefined || !isBroken) throw error;
      problems.push(error);
      return [];
    }
  });
  const found = each.flat();
  const problem = asOne(problems);
  if (found.length === 0 && problem !== undefined) throw problem;
  for (const each of problems) broken?.(each);
  if (manifests.length === 0) {
    const named = files.length === 1 && files[0]?.place === place;
    const tables = named ? files : files.filter(({ place }) => promisesTable(place));
    const loose = await looseDeliveries(source, place, tables);
    found.push(...loose.map((delivery) => ({ delivery, identity: null })));
  }
  if (found.length === 0) {
    throw badInput(`${place}: no bill here: neither a manifest nor a file of a bill`, { file: place });
  }
  return newestOf(found, broken).sort(
    (left, right) => compare(left.export, right.export) || compare(left.period, right.period),
  );
}

/** The places of a delivery's manifest and parts that are no longer what they were. */
export async function changedPlaces(source: DeliverySource, delivery: Delivery): Promise<readonly string[]> {
  const changed: string[] = [];
  const { manifest } = delivery;
  if (manifest !== null && (await source.read(manifest))?.tag !== delivery.tag) changed.push(manifest);
  for (const part of delivery.parts) {
    const found = await source.look(part.place);
    if (found?.tag !== part.tag || found.bytes !== part.bytes) changed.push(part.place);
  }
  return changed;
}

/** @throws bad-input where two exports are called the same, of which the newer must not stand in for the older */
function newestOf(found: readonly FoundDelivery[], broken?: (problem: TagledgerError) => void): Delivery[] {
  const newest = new Map<string, FoundDelivery>();
  const doubtful = new Set<string>();
  for (const each of found) {
    const key = `${each.delivery.period}\n${each.delivery.export}`;
    const known = newest.get(key);
    if (known !== undefined && known.identity !== each.identity) {
      const problem = namesakes(known, each);
      if (broken === undefined) throw problem;
      broken(problem);
      doubtful.add(key);
    }
    if (known === undefined || known.delivery.deliveredAt < each.delivery.deliveredAt) newest.set(key, each);
  }
  return [...newest].filter(([key]) => !doubtful.has(key)).map(([, { delivery }]) => delivery);
}

function namesakes(left: FoundDelivery, right: FoundDelivery): TagledgerError {
  const places = [left, right].map(({ delivery }) => delivery.manifest ?? "");
  const { export: name, period } = left.delivery;
  const message = `${places.join(" and ")}: two exports are called ${name} and both are of ${period}; take in one of them with --as NAME`;
  return badInput(message, { files: places, value: name });
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
