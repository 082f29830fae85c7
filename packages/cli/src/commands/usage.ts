import { formatAmount } from "@tagledger/core/costs/money";
import { type Period, parsePeriod } from "@tagledger/core/costs/period";
import type { GatheredUsage } from "@tagledger/core/flows/gather-usage";
import { gatherUsage } from "@tagledger/core/flows/gather-usage";
import type { UploadRecords } from "@tagledger/core/ports/uploads";
import { renderUsageCsv } from "@tagledger/core/reports/usage/csv";
import { Command } from "commander";
import { EXIT } from "../exit.ts";
import { IN_FORCE, inForce } from "../in-force.ts";
import { withLedger } from "../named-ledger.ts";
import { note, writeOutput } from "../output.ts";
import { endProgress, showProgress } from "../progress.ts";
import { coverageWords, sourceLines } from "../usage/coverage-words.ts";
import { configuredSources } from "../usage/sources.ts";

interface UsageOptions {
  readonly config?: string;
  readonly ledger?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** `tagledger usage PERIOD`: reads the usage of a month from all sources and prints it. */
export function usageCommand(): Command {
  return new Command("usage")
    .description(
      "read the usage of a month from all sources of the configuration, as the CSV that can be handed in",
    )
    .argument("<period>", "a month, as 2026-09")
    .option("-c, --config <file>", IN_FORCE)
    .option("-l, --ledger <place>", "a ledger whose uploads are read as well: a file, or dynamodb://TABLE")
    .option("--json", "rows, coverage and what each source said, for programs")
    .option("-o, --out <file>", "write to a file instead of printing")
    .addHelpText(
      "after",
      "\nExits with 3 where a source could not be reached; what the others gave is printed.",
    )
    .action(showUsage);
}

async function showUsage(name: string, { config: path, ledger, json, out }: UsageOptions): Promise<void> {
  const { config } = await (await inForce(path)).current();
  const period = parsePeriod(name);
  showProgress(`${period.name}: reading usage`);
  const gather = async (uploads?: UploadRecords) =>
    gatherUsage(await configuredSources(config, path, uploads), { config, period, now: Date.now() });
  const gathered =
    ledger === undefined ? await gather() : await withLedger(ledger, ({ uploads }) => gather(uploads));
  endProgress();
  const within = { ...gathered, rows: gathered.rows.filter(({ end }) => end > period.start) };
  await writeOutput(json === true ? usageJson(within, period) : renderUsageCsv(within.rows), out);
  for (const source of gathered.sources) for (const line of sourceLines(source)) note(line);
  for (const coverage of gathered.coverage) note(coverageWords(coverage));
  if (gathered.sources.some(({ problem }) => problem !== null)) process.exitCode = EXIT.outsideFailure;
}

function usageJson({ rows, coverage, sources }: GatheredUsage, { name }: Period): string {
  const told = rows.map(({ start, end, quantity, ...row }) => ({
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    ...row,
    quantity: formatAmount(quantity),
  }));
  return `${JSON.stringify({ period: name, rows: told, coverage, sources }, null, 2)}\n`;
}
