import { readFileSync } from "node:fs";
import { join } from "node:path";
import { memoryStores } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { openUsageClients } from "@tagledger/adapters/usage/clients";
import { handedInText } from "@tagledger/adapters/usage/files/handed-in";
import { usageSources } from "@tagledger/adapters/usage/sources";
import { uploadedUsage } from "@tagledger/adapters/usage/uploaded/source";
import { loadConfig } from "@tagledger/core/config/load";
import { parsePeriod } from "@tagledger/core/costs/period";
import { gatherUsage } from "@tagledger/core/flows/gather-usage";
import { uploadUsage } from "@tagledger/core/flows/upload-usage";
import { withdrawUpload } from "@tagledger/core/flows/withdraw-upload";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import { expect, test } from "vitest";
import { makeLaptops } from "../ingest/laptop.ts";
import { deliver, divideOn, handIn, NOW, SHARING, snapshotOf } from "./allocating.ts";

const { newLaptop } = makeLaptops();
const USE = ["gpu,fraud-detection,gpu-hours,3", "machines,personalization,cpu-core-hours,7"];

test("usage that is uploaded divides a month as the same file at hand does, until it is withdrawn", async () => {
  const laptop = await newLaptop();
  const { folder } = laptop;
  await laptop.take(await deliver(folder, 1), { rules: SHARING });
  handIn(folder, USE);
  const byFile = snapshotOf(await divideOn(laptop));

  const { uploads } = memoryStores();
  const { config } = loadConfig(SHARING, "tagledger.yaml");
  const sources = () =>
    usageSources(config, {
      secret: async (name) => name,
      fetch,
      now: () => NOW,
      sleep: async () => {},
      random: () => 0.5,
      clients: openUsageClients(),
      bills: {
        places: [],
        deliveries: async () => ({ find: async () => [] }),
        fetcher: { fetch: async ({ place }) => ({ path: place, bytes: 0 }) },
      },
      uploads,
      base: folder,
      folder,
    });
  expect(await sources()).toEqual([]);
  const text = readFileSync(join(folder, "usage.csv"), "utf8");
  const ports = { uploads, text: handedInText(), hash: nodeHash };
  await uploadUsage(ports, config, { name: "usage.csv", text, by: "ann", now: NOW });

  const [again] = await divideOn(laptop, { sources: await sources(), bases: ["effective"] });
  expect([again?.outcome, again?.snapshot?.id]).toEqual(["again", byFile.id]);

  await withdrawUpload(uploads, { name: "usage.csv", by: "ann", now: NOW + 1 });
  expect(await sources()).toEqual([]);
  const without = snapshotOf(await divideOn(laptop, { sources: await sources(), bases: ["effective"] }));
  expect(without.id).not.toBe(byFile.id);
  expect(without.usage).toEqual([]);
  expect(without.report.totals.bill).toBe(byFile.report.totals.bill);
});

test("an upload of what a source tells counts once, holds up no month, and the snapshot says so", async () => {
  const laptop = await newLaptop();
  const { folder } = laptop;
  await laptop.take(await deliver(folder, 1), { rules: SHARING });
  handIn(folder, USE);
  const before = snapshotOf(await divideOn(laptop));
  const { uploads } = memoryStores();
  const { config } = loadConfig(SHARING, "tagledger.yaml");
  const text = readFileSync(join(folder, "usage.csv"), "utf8").replace("gpu-hours,3", "gpu-hours,4");
  const ports = { uploads, text: handedInText(), hash: nodeHash };
  await uploadUsage(ports, config, { name: "mine.csv", text, by: "ann", now: NOW });
  const uploaded = uploadedUsage({ uploads, pools: config.pools });

  const file: UsageSource = {
    kind: "csv",
    name: "csv usage.csv",
    pools: ["gpu", "machines"],
    handedIn: true,
    read: async () => ({ rows: before.usage, coverage: [], notes: [] }),
  };
  const [beside] = await divideOn(laptop, {
    sources: [file, uploaded],
    bases: ["effective"],
    withoutFailed: true,
  });
  expect([beside?.outcome, beside?.snapshot?.id]).toEqual(["again", before.id]);

  // Something else measures the pool from now on.
  const metrics: UsageSource = {
    ...{ kind: "prometheus", name: "prometheus one", pools: ["gpu"] },
    read: async () => ({ rows: before.usage.filter(({ pool }) => pool === "gpu"), coverage: [], notes: [] }),
  };
  const [measured] = await divideOn(laptop, {
    sources: [metrics, uploaded],
    bases: ["effective"],
    withoutFailed: true,
  });
  expect([measured?.outcome, measured?.snapshot?.id]).toEqual(["again", before.id]);
  const gathered = await gatherUsage([metrics, uploaded], {
    config,
    period: parsePeriod("2026-09"),
    now: NOW,
  });
  expect(gathered.sources[1]).toMatchObject({
    rows: 1,
    notes: [
      expect.stringMatching(/^gpu gpu-hours: 1 rows are left out, as prometheus one tells the same use/),
    ],
  });
});
