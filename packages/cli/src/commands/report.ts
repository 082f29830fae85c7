import { dirname, resolve } from "node:path";
import type { Config } from "@tagledger/core/config/definition";
import { BASES, type Basis } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import { type FocusResult, focusReport } from "@tagledger/core/flows/focus-report";
import { type ReportRequest, report } from "@tagledger/core/flows/report";
import { renderFocus } from "@tagledger/core/reports/render/focus";
import { Command, Option } from "commander";
import { cellsOption } from "../bills/cells-option.ts";
import { type Divide, reportTakenIn } from "../bills/report-taken-in.ts";
import { compose } from "../compose.ts";
import { findConfig } from "../config-file.ts";
import { FORMATS, type Format, render } from "../formats.ts";
import { note, writeOutput } from "../output.ts";
import { endProgress } from "../progress.ts";
import { reportSnapshot } from "../snapshots/report-snapshot.ts";
import { handedIn } from "../usage/handed-in.ts";
import { readGroupBy, readWhere } from "../values.ts";

interface ReportOptions {
  readonly bill?: string[];
  readonly ledger?: string;
  readonly snapshot?: string;
  readonly cells?: string;
  readonly usage?: string[];
  readonly config?: string;
  readonly period?: string;
  readonly basis?: Basis;
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
    .option("-l, --ledger <place>", "report a bill that was taken in: a ledger file, or dynamodb://TABLE")
    .option("--snapshot <id>", "the report that a snapshot of the ledger holds, or what its id begins with")
    .addOption(cellsOption())
    .option("-u, --usage <path...>", "CSV or JSON files or folders of usage that shared costs are divided by")
    .option(
      "-c, --config <file>",
      "the configuration (default: tagledger.yaml here, else the five ml-* tags)",
    )
    .option("-p, --period <YYYY-MM>", "the billing period; needed where there are several")
    .addOption(new Option("--basis <basis>", "how charges are valued (default: effective)").choices(BASES))
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

/** What a snapshot has of its own. */
const OWN = ["bill", "usage", "config", "basis", "period", "currency"] as const;

async function showReport(options: ReportOptions): Promise<void> {
  if (options.snapshot === undefined) return showDivided(options);
  const other = OWN.find((name) => options[name] !== undefined);
  if (other !== undefined)
    throw badInput(`--snapshot and --${other}: a snapshot has its own; give the one or the other`);
  const { snapshot, ledger, cells, where } = options;
  const groupBy = readGroupBy(options.groupBy);
  const text = await reportSnapshot({ snapshot, ledger, cells, groupBy, where, format: formatOf(options) });
  endProgress();
  await writeOutput(text, options.out);
  if (options.out !== undefined) note(`wrote ${options.out}`);
}

async function showDivided(options: ReportOptions): Promise<void> {
  const config = await findConfig(options.config);
  const folder = options.config === undefined ? "." : dirname(options.config);
  const request = {
    config,
    usage: options.usage ?? handedIn(config, folder),
    period: options.period,
    currency: options.currency?.toUpperCase(),
    basis: options.basis ?? "effective",
    groupBy: readGroupBy(options.groupBy),
    where: readWhere(options.where, config),
  };
  const configured = localBills(config, folder);
  const { text, idleRules, unweighed, absent } = await shown(options, request, configured);
  endProgress();
  await writeOutput(text, options.out);
  for (const { what } of idleRules) note(`note: ${what} matches nothing in this bill`);
  for (const what of unweighed) note(`note: ${what}`);
  for (const { basis, why } of absent) note(`note: no ${basis} cost in this bill: ${why}`);
  if (options.out !== undefined) note(`wrote ${options.out}`);
}

function formatOf({ json, format }: ReportOptions): Format {
  return json === true ? "json" : format;
}

type Shown = Pick<FocusResult, "idleRules" | "unweighed" | "absent"> & { readonly text: string };

async function shown(
  options: ReportOptions,
  request: Omit<ReportRequest, "bill">,
  configured: readonly string[],
): Promise<Shown> {
  const format = formatOf(options);
  if (format === "focus") {
    const { source, ...noticed } = await divided(options, request, configured, focusReport);
    return { ...noticed, text: renderFocus(source) };
  }
  const { report: value, idleRules, unweighed } = await divided(options, request, configured, report);
  return { idleRules, unweighed, absent: [], text: render(format, value) };
}

/** What is made of a bill on disk, or of one that was taken in. */
async function divided<Result>(
  { bill, ledger, cells }: ReportOptions,
  request: Omit<ReportRequest, "bill">,
  configured: readonly string[],
  divide: Divide<Result>,
): Promise<Result> {
  if (ledger !== undefined) {
    if (bill !== undefined) throw badInput("--bill and --ledger: report the one or the other");
    return reportTakenIn(ledger, cells, request, divide);
  }
  const paths = bill ?? configured;
  if (paths.length === 0)
    throw badInput(
      "no bill given: name files or folders with --bill, or with --ledger where one was taken in",
    );
  return divide(compose(), { ...request, bill: paths });
}

/** The bills on disk that a configuration itself names, which stand relative to it. */
function localBills({ bills }: Config, folder: string): string[] {
  return bills.flatMap((source) => ("path" in source ? [resolve(folder, source.path)] : []));
}

function append(value: string, values: string[]): string[] {
  return [...values, value];
}
