import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { apiHandler } from "@tagledger/api/handler";
import { readPage } from "@tagledger/cli/serve/page";
import { serve } from "@tagledger/cli/serve/server";
import { localSystem } from "@tagledger/cli/serve/system";
import { OPEN_VIEWER, type Viewer } from "@tagledger/core/access/viewer";
import { loadConfig } from "@tagledger/core/config/load";
import { openLaptop } from "../../ingest/laptop.ts";
import { divideBill, RULES } from "./bill.ts";
import { NOW, recordResources } from "./ledger.ts";

/** The running system of a company, and who looks at it. */
export interface Running {
  readonly url: string;
  /** Somebody else looks from now on. */
  seenBy(viewer: Partial<Viewer>): void;
  close(): Promise<void>;
}

/** Serves the page and its API on a company whose bill is divided and whose resources are recorded. */
export async function runCompany(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "tagledger-panels-"));
  const laptop = await openLaptop(folder);
  await divideBill(laptop);
  await recordResources(laptop.ledger);
  let viewer: Viewer = OPEN_VIEWER;
  const { config } = loadConfig(RULES, "tagledger.yaml");
  const system = localSystem(laptop, { config, prices: offlinePrices() });
  // Time goes on, or whoever asks often would never be answered again.
  const began = Date.now();
  const now = () => NOW + Date.now() - began;
  const api = apiHandler({ ...system, now, authenticate: async () => viewer });
  const server = await serve({ page: readPage(), api }, 0);
  return {
    url: server.url,
    seenBy(given) {
      viewer = { ...OPEN_VIEWER, ...given };
    },
    async close() {
      await server.close();
      await laptop.close();
      rmSync(folder, { recursive: true });
    },
  };
}
