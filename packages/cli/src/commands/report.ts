import { dirname, resolve } from "node:path";
import type { Config } from "@tagledger/core/config/definition";
import { BASES, type Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import { report } from "@tagledger/core/flows/report";
import { Command, Option } from "commander";
import { compose } from "../compose.ts";
import { findConfig } from "../config-file.ts";
import { FORMATS, type Format, render } from "../formats.ts";
import { note, writeOutput } from "../output.ts";
import { endProgress } from "../progress.ts";
import { readGroupBy, readWhere } from "../values.ts";

interface ReportOptions {
  readonly bill?: string[];
  readonly usage?: string[];
  readonly config?: string;
  readonly period?: string;
  readonly basis: Basis;
  readonly currency?: string;
  readonly groupBy: string;
  readonly where: string[];
  readonly format: Format;
  readonly json?: boolean;
  readonly out?: string;
}

/** `tagledger report`: divides a bill among teams and shows it. */
export function reportCommand(): Command {
  return new Command("report")
    .description("divide a bill among teams, shared costs included, and show it")
    .option(
      "-b, --bill <path...>",
      "files or folders: FOCUS or AWS Cost and Usage Reports, CSV, gzipped CSV or Parquet",
    )
    .option("-u, --usage <path...>", "CSV files or folders of usage that shared costs are divided by")
    .option(
      "-c, --config <file>",
      "the configuration (default: tagledger.yaml here, else the five ml-* tags)",
    )
    .option("-p, --period <YYYY-MM>", "the billing period; needed where the bill holds several")
    .addOption(new Option("--basis <basis>", "how charges are valued").choices(BASES).default("effective"))
    .option("--currency <code>", "the currency; needed where the bill holds several")
    .option(
      "-g, --group-by <dimensions>",
      "dimensions after commas: team, project, workload, environment, experiment",
      "team",
    )
    .addOption(
      new Option("-w, --where <key=value>", "keep only what matches; may be repeated")
        .argParser(append)
        .default([], "everything"),
    )
    .addOption(new Option("-f, --format <format>", "how to show it").choices(FORMATS).default("text"))
    .option("--json", "the same as --format json")
    .option("-o, --out <file>", "write to a file instead of printing")
    .action(showReport);
}

async function showReport(options: ReportOptions): Promise<void> {
  const config = await findConfig(options.config);
  const folder = options.config === undefined ? "." : dirname(options.config);
  const bill = options.bill ?? localPaths(config.bills, folder);
  if (bill.length === 0) throw badInput("no bill given: name files or folders with --bill");
  const { report: value, idleRules } = await report(compose(), {
    config,
    bill,
    usage: options.usage ?? localPaths(config.usage, folder),
    period: options.period,
    currency: options.currency?.toUpperCase(),
    basis: options.basis,
    groupBy: readGroupBy(options.groupBy),
    where: readWhere(options.where, config),
  });
  endProgress();
  await writeOutput(render(options.json === true ? "json" : options.format, value), options.out);
  for (const { what } of idleRules) note(`note: ${what} matches nothing in this bill`);
  if (options.out !== undefined) note(`wrote ${options.out}`);
}

/** The files that a configuration itself names, which stand relative to it. */
function localPaths(sources: Config["bills"] | Config["usage"], folder: string): string[] {
  return sources.flatMap((source) => ("path" in source ? [resolve(folder, source.path)] : []));
}

function append(value: string, values: string[]): string[] {
  return [...values, value];
}
