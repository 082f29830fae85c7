import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { openUsageClients } from "@tagledger/adapters/usage/clients";
import { usageSources } from "@tagledger/adapters/usage/sources";
import type { Config } from "@tagledger/core/config/definition";
import { TagledgerError } from "@tagledger/core/errors";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import { placesOf } from "../bills/places.ts";

/**
 * The sources of usage that a configuration names; paths stand relative to its file, secrets in the environment.
 *
 * @throws bad-input where there is one that cannot be read from here
 */
export function configuredSources(config: Config, file: string | undefined): Promise<UsageSource[]> {
  return usageSources(config, {
    secret,
    fetch,
    now: Date.now,
    sleep: (milliseconds) => setTimeout(milliseconds),
    random: Math.random,
    clients: openUsageClients(),
    bills: placesOf(config, file),
    base: file === undefined || file.startsWith("s3://") ? "." : dirname(file),
  });
}

async function secret(name: string): Promise<string> {
  const value = process.env[name]?.trim() ?? "";
  if (value !== "") return value;
  const message = `usage names the secret ${name}, which is not set in the environment`;
  throw new TagledgerError("bad-configuration", message, { secret: name });
}
