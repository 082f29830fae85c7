import { readFileSync } from "node:fs";
import { join } from "node:path";
import { memoryStores } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { openUsageClients } from "@tagledger/adapters/usage/clients";
import { handedInText } from "@tagledger/adapters/usage/files/handed-in";
import { usageSources } from "@tagledger/adapters/usage/sources";
import { loadConfig } from "@tagledger/core/config/load";
import { uploadUsage } from "@tagledger/core/flows/upload-usage";
import { withdrawUpload } from "@tagledger/core/flows/withdraw-upload";
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
