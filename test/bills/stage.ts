import { statSync } from "node:fs";
import type { PartFetcher } from "@tagledger/adapters/deliveries/fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import type { DeliveredPart } from "@tagledger/core/bills/delivery";
import type { StagedBill } from "@tagledger/core/ports/ingestion";
import { TAGS } from "./generate.ts";

const local: PartFetcher = { fetch: async ({ place }) => ({ path: place, bytes: 0 }) };

/** Stages files of a generated bill as they are taken in. */
export function stageBill(files: readonly string[], options: { threads?: number } = {}): Promise<StagedBill> {
  const parts = files.map((place) => ({ place, tag: "1", bytes: statSync(place).size }));
  return stageParts(parts, { fetcher: local, ...options });
}

/** Stages parts of a generated bill, wherever they are. */
export function stageParts(
  parts: readonly DeliveredPart[],
  options: { readonly fetcher: PartFetcher; readonly threads?: number },
): Promise<StagedBill> {
  const needs = {
    facts: new Set(["region", "usageType"] as const),
    tagKeys: TAGS.map((tag) => `ml-${tag.replaceAll("_", "-")}`),
    instants: [],
  };
  return duckdbEngine(options).stage(
    {
      export: "bill",
      period: "2026-09",
      execution: "1",
      manifest: "Manifest.json",
      tag: "1",
      deliveredAt: 0,
      parts,
    },
    { needs, follows: ({ lineItemType }) => lineItemType === "Tax", dated: [] },
  );
}
