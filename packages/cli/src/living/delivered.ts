import { diskDeliveries } from "@tagledger/adapters/deliveries/disk";
import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Bills, Hash } from "@tagledger/core/ports";
import type { Deliveries } from "@tagledger/core/ports/ingestion";
import { periodsOf } from "../bills/ports.ts";

/** The bill that somebody named by its files and folders: files that no manifest lists make one delivery together. */
export function deliveredIn(
  paths: readonly string[],
  { bills, hash }: { readonly bills: Bills; readonly hash: Hash },
): Deliveries {
  const disk = diskDeliveries({ periodsOf: (files) => periodsOf(bills, files) });
  return {
    async find() {
      const found: Delivery[] = [];
      for (const path of paths) found.push(...(await disk.find(path)));
      const listed = found.filter(({ manifest }) => manifest !== null);
      return [...listed, ...together(found, hash)].sort(byPeriod);
    },
    changed: (delivery) => disk.changed(delivery),
  };
}

function together(found: readonly Delivery[], { sha256 }: Hash): Delivery[] {
  const loose = found.filter(({ manifest }) => manifest === null);
  const periods = new Set(loose.map(({ period }) => period));
  return [...periods].flatMap((period) => {
    const all = loose.filter((each) => each.period === period);
    const [first] = all;
    if (first === undefined || all.length === 1) return all;
    const parts = new Map(all.flatMap((each) => each.parts.map((part) => [part.place, part] as const)));
    return {
      ...first,
      export: "bill",
      tag: sha256(JSON.stringify(all.map(({ tag }) => tag))),
      deliveredAt: Math.max(...all.map(({ deliveredAt }) => deliveredAt)),
      parts: [...parts.values()],
    };
  });
}

function byPeriod(left: Delivery, right: Delivery): number {
  return left.period < right.period ? -1 : Number(left.period > right.period);
}
