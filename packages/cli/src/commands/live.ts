import { knownSpend, live } from "@tagledger/core/flows/live";
import type { Ledger } from "@tagledger/core/ports";
import { renderLiveJson } from "@tagledger/core/reports/live/json";
import { renderLiveText } from "@tagledger/core/reports/live/text";
import { Command, Option } from "commander";
import { compose } from "../compose.ts";
import { findConfig } from "../config-file.ts";
import { findLedger } from "../live/ledger.ts";
import { readInstant, readLiveGroupBy, readLiveWhere } from "../live/values.ts";
import { note, print, terminalWidth } from "../output.ts";

interface LiveOptions {
  readonly ledger?: string;
  readonly config?: string;
  readonly groupBy: string;
  readonly where: string[];
  readonly at?: string;
  readonly json?: boolean;
}

/** `tagledger live`: shows what resources cost an hour, and what the month has come to so far. */
export function liveCommand(): Command {
  return new Command("live")
    .description("show what resources cost an hour now, and what they came to in the month so far")
    .option(
      "-l, --ledger <file>",
      "the ledger (default: that of npm start with own files, else the sample's)",
    )
    .option(
      "-g, --group-by <dimensions>",
      "dimensions after commas: team, project, workload, environment, experiment, type, account, region, resource",
      "team",
    )
    .addOption(
      new Option("-w, --where <key=value>", "keep only what matches; may be repeated")
        .argParser((value: string, values: string[]) => [...values, value])
        .default([], "everything"),
    )
    .option("--at <time>", "another time than now, as 2026-09-15T12:00:00Z")
    .option("-c, --config <file>", "how values of --where are spelt (default: tagledger.yaml here)")
    .option("--json", "exact amounts for programs")
    .action(showLive);
}

async function showLive(options: LiveOptions): Promise<void> {
  const groupBy = readLiveGroupBy(options.groupBy);
  const at = options.at === undefined ? Date.now() : readInstant(options.at);
  const found = findLedger(options.ledger);
  const where = await readLiveWhere(options.where, () => findConfig(options.config ?? found.config));
  const ledger = await compose().openLedger(found.path);
  try {
    const spend = await live({ ledger }, { at, groupBy, where });
    if (found.isSample) note(`The ledger of the sample company: ${found.path}`);
    const text =
      options.json === true ? renderLiveJson(spend) : renderLiveText(spend, { width: terminalWidth() });
    await print(text);
    if (spend.totals.hourly.resources === 0) await noteMonths(ledger, options.where.length > 0);
  } finally {
    await ledger.close();
  }
}

/** Says where there is something to be seen instead. */
async function noteMonths(ledger: Ledger, isFiltered: boolean): Promise<void> {
  const known = await knownSpend({ ledger });
  if (known === null) {
    note("This ledger knows of nothing that costs; `npm start -- --trail PATH` reads a log into it.");
    return;
  }
  const { months, newest } = known;
  const span = [...new Set([months[0], months.at(-1)])].join(" to ");
  const what = isFiltered ? "Nothing that matches is there then." : "Nothing is there then.";
  note(`${what} The ledger knows spend in ${span}; try --at ${new Date(newest).toISOString()}`);
}
