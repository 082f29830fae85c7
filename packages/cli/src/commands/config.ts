import { readFile } from "node:fs/promises";
import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { filePublisher } from "@tagledger/adapters/node/publish";
import { loadConfig } from "@tagledger/core/config/load";
import { badInput } from "@tagledger/core/errors";
import { type PublishedConfig, publishConfig } from "@tagledger/core/flows/publish-config";
import { switchableRules } from "@tagledger/core/flows/turn-on";
import type { Ledger, Publisher } from "@tagledger/core/ports";
import { visible } from "@tagledger/core/text/visible";
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
    .option("--json", "what was turned on, and what stays quarantined, for programs")
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
  // Where nothing may quarantine, there is nothing that it has to be asked.
  if (!needsLedger && options.ledger === undefined) {
    await publishWith(memoryLedger());
    note("note: no --ledger was named, so what stands quarantined is not known");
  } else await withLedger(options.ledger, ({ ledger }) => publishWith(ledger));

  async function publishWith(ledger: Ledger): Promise<void> {
    const overrides = override.map((place) => ({ place, by, reason: reason ?? "" }));
    const ports = { ledger, hash, publisher };
    const published = await publishConfig(ports, { loaded, text, file, overrides, by, now: Date.now() });
    for (const each of published.turnedOn) {
      const how = each.override === null ? "it is ready" : `overridden: ${each.override}`;
      note(`turned on ${each.place}, ${each.by} answers for it (${how})`);
    }
    note(`published ${file} to ${published.place}`);
    for (const line of unwantedLines(published.unwanted)) note(line);
    if (json === true) await print(`${JSON.stringify(published, null, 2)}\n`);
  }
}

/** So many are named; more would hide what else is said. */
const MOST_NAMED = 20;

/** What stays quarantined though no rule wants it, and how it is given back. */
function unwantedLines(unwanted: PublishedConfig["unwanted"]): string[] {
  if (unwanted.length === 0) return [];
  const named = unwanted.slice(0, MOST_NAMED);
  const more = unwanted.length - named.length;
  return [
    `still quarantined though no rule wants that any more: ${unwanted.length}`,
    ...named.map(({ resource, remedy, until }) => `  ${visible(resource)}: ${remedy}, until ${until}`),
    ...(more === 0 ? [] : [`  and ${more} more`]),
    "  to give them back now: tagledger release --unwanted",
  ];
}

async function publisherTo(place: string): Promise<Publisher> {
  if (!place.startsWith("s3://")) return filePublisher(place);
  return (await import("@tagledger/adapters/aws/open-s3")).openS3Publisher(place);
}
