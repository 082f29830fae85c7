import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderCells } from "@tagledger/adapters/cells/folder";
import { diskDeliveries } from "@tagledger/adapters/deliveries/disk";
import { diskFetcher } from "@tagledger/adapters/deliveries/disk-fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { openSqliteStores } from "@tagledger/adapters/sqlite/ledger";
import { loadConfig } from "@tagledger/core/config/load";
import { ingest } from "@tagledger/core/flows/ingest";
import { PERIOD } from "./charge.ts";

/** Rules that tell apart the columns that a bare `GROUP BY` over a generated bill does: its tags, usage types and regions. */
const RULES = `version: 1
tags:
  ml-team: { required: true }
  ml-project: { required: true }
  ml-workload-type: { required: true }
  ml-environment: { required: true }
  ml-experiment-id: { required: true }
policies: { tax: follow }
pools:
  - { name: large, match: { usageType: "*xlarge-shared" }, method: even }
`;

/** Takes in a delivery as a laptop does, with nothing known of it before; gives the lines of its bill. */
export async function takeDelivery(
  manifest: string,
  options: { readonly threads?: number } = {},
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "tagledger-take-"));
  const { ledger, bills } = await openSqliteStores(join(folder, "ledger.sqlite"));
  try {
    const ports = {
      deliveries: diskDeliveries({ periodsOf: async () => [PERIOD] }),
      engine: duckdbEngine({ fetcher: diskFetcher(), ...options }),
      cells: folderCells(join(folder, "cells")),
      records: bills,
      hash: nodeHash,
    };
    const { config } = loadConfig(RULES, "tagledger.yaml");
    const configuration = nodeHash.sha256(RULES);
    let lines = 0;
    for await (const { outcome, reason, version } of ingest(ports, {
      place: manifest,
      config,
      configuration,
      clock: () => Date.UTC(2026, 9, 3),
    })) {
      if (outcome !== "published") throw new Error(`the bill was not taken in: ${outcome}, ${reason}`);
      lines += version.contents?.lines ?? 0;
    }
    return lines;
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true });
  }
}
