import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { deliveriesAt, fetcherFor } from "@tagledger/adapters/deliveries/by-scheme";
import { openUsageClients } from "@tagledger/adapters/usage/clients";
import { usageSources } from "@tagledger/adapters/usage/sources";
import type { Config } from "@tagledger/core/config/definition";
import { TagledgerError } from "@tagledger/core/errors";
import type { UploadRecords } from "@tagledger/core/ports/uploads";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import { placesOf } from "../bills/places.ts";
import { periodsOf } from "../bills/ports.ts";
import { compose } from "../compose.ts";

/**
 * The sources of usage that a configuration names; paths stand relative to its file, secrets in the environment.
 *
 * @param uploads what was uploaded to the ledger, where one is open
 */
export function configuredSources(
  config: Config,
  file: string | undefined,
  uploads?: UploadRecords,
): Promise<UsageSource[]> {
  const { bills } = compose();
  return usageSources(config, {
    secret,
    fetch,
    now: Date.now,
    sleep: (milliseconds) => setTimeout(milliseconds),
    random: Math.random,
    clients: openUsageClients(),
    bills: {
      places: placesOf(config, file),
      deliveries: (place) => deliveriesAt(place, { periodsOf: (paths) => periodsOf(bills, paths) }),
      fetcher: fetcherFor(),
    },
    uploads,
    base: file === undefined || file.startsWith("s3://") ? "." : dirname(file),
    folder: tmpdir(),
  });
}

async function secret(name: string): Promise<string> {
  const value = process.env[name];
  if (value === undefined || value === "")
    throw new TagledgerError(
      "bad-configuration",
      `the secret ${name} is not set: expected it in the environment`,
      {
        secret: name,
      },
    );
  return value;
}
