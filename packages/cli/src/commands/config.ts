import { readFile } from "node:fs/promises";
import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { filePublisher } from "@tagledger/adapters/node/publish";
import { loadConfig } from "@tagledger/core/config/load";
import { badInput } from "@tagledger/core/errors";
import { publishConfig } from "@tagledger/core/flows/publish-config";
import { switchableRules } from "@tagledger/core/flows/turn-on";
import type { Ledger, Publisher } from "@tagledger/core/ports";
import { Command, Option } from "commander";
import { compose } from "../compose.ts";
import { CONFIG_FILE } from "../config-file.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";
import { personOf } from "../person.ts";

interface PublishOptions {
  readonly to: string;
  readonly override: string[];
  readonly by?: string;
  readonly reason?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger config publish`: brings a configuration into force. */
export function configCommand(): Command {
  return new Command("config").description("bring a configuration into force").addCommand(publishCommand());
}

function publishCommand(): Command {
  return new Command("publish")
    .description(
      "publish a configuration; a rule that may quarantine is turned on by that, where it is ready",
    )
    .argument("[file]", "the configuration", CONFIG_FILE)
    .requiredOption("--to <place>", "where it is in force: a file, or s3://BUCKET/KEY")
    .addOption(
      new Option(
        "--override <rule>",
        "turn a rule on that is not ready, as enforcement.rules[0]; may be repeated",
      )
        .argParser((value: string, values: string[]) => [...values, value])
        .default([], "none"),
    )
    .option("--by <name>", "who answers for it; needed for an override (default: the user of this machine)")
    .option("-r, --reason <text>", "why a rule is turned on that is not ready")
    .addOption(ledgerOption())
    .option("--json", "what was turned on, for programs")
    .action(publish);
}

async function publish(
  file: string,
  { to, override, reason, json, ...options }: PublishOptions,
): Promise<void> {
  if (override.length > 0 && (options.by === undefined || reason === undefined)) {
    throw badInput(
      "--override: whoever answers for it is named with --by NAME, and says why with --reason TEXT",
    );
  }
  const by = personOf(options.by);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw badInput(`${file}: this configuration cannot be read`, { file }, cause);
  });
  const loaded = loadConfig(text, file);
  const publisher = await publisherTo(to);
  const { hash } = compose();
  const needsLedger = switchableRules(loaded.config, hash).some(({ mode }) => mode.includes("quarantine"));
  // Where nothing may quarantine, there is nothing to ask it.
  if (!needsLedger && options.ledger === undefined) await publishWith(memoryLedger());
  else await withLedger(options.ledger, ({ ledger }) => publishWith(ledger));

  async function publishWith(ledger: Ledger): Promise<void> {
    const overrides = override.map((place) => ({ place, by, reason: reason ?? "" }));
    const ports = { ledger, hash, publisher };
    const published = await publishConfig(ports, { loaded, text, file, overrides, by, now: Date.now() });
    for (const each of published.turnedOn) {
      const how = each.override === null ? "it is ready" : `overridden: ${each.override}`;
      note(`turned on ${each.place}, ${each.by} answers for it (${how})`);
    }
    note(`published ${file} to ${published.place}`);
    if (json === true) await print(`${JSON.stringify(published, null, 2)}\n`);
  }
}

async function publisherTo(place: string): Promise<Publisher> {
  if (!place.startsWith("s3://")) return filePublisher(place);
  return (await import("@tagledger/adapters/aws/open-s3")).openS3Publisher(place);
}
