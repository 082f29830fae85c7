import { BASES, type Basis } from "@tagledger/core/costs/charge";
import { parsePeriod } from "@tagledger/core/costs/period";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import { allocate } from "@tagledger/core/flows/allocate";
import type { Allocated } from "@tagledger/core/flows/allocate/request";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import { budgetProblems } from "@tagledger/core/snapshots/budgets";
import { Command, Option } from "commander";
import { cellsOption } from "../bills/cells-option.ts";
import { keptBills } from "../bills/ports.ts";
import { compose } from "../compose.ts";
import { EXIT } from "../exit.ts";
import { IN_FORCE, inForce } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print, terminalWidth } from "../output.ts";
import { endProgress, showProgress } from "../progress.ts";
import { allocatedJson } from "../snapshots/allocated-json.ts";
import { allocatedText } from "../snapshots/allocated-text.ts";
import { configuredSources } from "../usage/sources.ts";

interface AllocateOptions {
  readonly ledger?: string;
  readonly cells?: string;
  readonly config?: string;
  readonly basis?: Basis;
  readonly withoutFailed?: boolean;
  readonly json?: boolean;
}

/** `tagledger allocate [PERIOD…]`: divides bills that were taken in, and freezes what comes of it. */
export function allocateCommand(): Command {
  return new Command("allocate")
    .description("divide the bills of months that were taken in, and freeze what comes of it as snapshots")
    .argument("[period...]", "months, as 2026-09 (default: all that are open)")
    .addOption(ledgerOption())
    .addOption(cellsOption())
    .option("-c, --config <file>", IN_FORCE)
    .addOption(
      new Option("--basis <basis>", "how charges are valued (default: all that the bills hold)").choices(
        BASES,
      ),
    )
    .option(
      "--without-failed",
      "do without usage that cannot be read, or not any more, even if what is read has it",
    )
    .option("--json", "what became of each month and basis, with exact amounts")
    .addHelpText(
      "after",
      "\nExits with 3 where a source of usage could not be read or knows less than it did: what is read with its usage stays, else it is done without.",
    )
    .action(divideMonths);
}

async function divideMonths(named: readonly string[], options: AllocateOptions): Promise<void> {
  const { config, hash: configuration } = await (await inForce(options.config)).current();
  const { basis, withoutFailed } = options;
  const all: Allocated[] = [];
  const failures: TagledgerError[] = [];
  await withLedger(options.ledger, async (opened) => {
    const ports = {
      ...(await keptBills(opened, options.cells)),
      snapshots: opened.snapshots,
      sources: await configuredSources(config, options.config, opened.uploads),
      hash: compose().hash,
      clock: Date.now,
      progress: showProgress,
      note(message: string) {
        endProgress();
        note(`note: ${message}`);
      },
    };
    for (const period of named.length > 0 ? monthsOf(named) : await openMonths(opened.bills)) {
      const request = { period, config, configuration, bases: basis && [basis], withoutFailed };
      try {
        for await (const allocated of allocate(ports, request)) {
          all.push(allocated);
          endProgress();
          const whole = allocated.basis === (basis ?? "effective");
          if (options.json !== true) await print(allocatedText(allocated, { width: terminalWidth(), whole }));
        }
      } catch (error) {
        // What cannot be divided now keeps nobody from the other months.
        if (!(error instanceof TagledgerError)) throw error;
        failures.push(error);
      } finally {
        endProgress();
      }
    }
  });
  if (options.json === true) await print(`${JSON.stringify(all.map(allocatedJson), null, 2)}\n`);
  const currencies = new Set(all.flatMap(({ snapshot }) => snapshot?.currency ?? []));
  for (const currency of currencies)
    for (const problem of budgetProblems(config, currency)) note(`note: ${problem}`);
  const failure = failures.find(({ code }) => code === "outside-failure") ?? failures[0];
  for (const other of failures) if (other !== failure) note(`tagledger: ${other.message}`);
  if (failure !== undefined) throw failure;
  if (withoutFailed !== true && all.some(isWithout)) process.exitCode = EXIT.outsideFailure;
}

/** Whether a division does without the usage of a source, because that could not be read. */
function isWithout({ outcome, snapshot }: Allocated): boolean {
  return outcome !== "held" && snapshot?.sources.some(({ problem }) => problem !== null) === true;
}

/** Earlier months first: later ones may fall back on their usage. */
function monthsOf(named: readonly string[]): string[] {
  return [...new Set(named.map((each) => parsePeriod(each).name))].sort();
}

async function openMonths(records: Pick<BillRecords, "periods">): Promise<string[]> {
  const states = await records.periods();
  const read = states.filter(({ pointers }) => Object.keys(pointers).length > 0);
  if (read.length === 0) throw badInput("the ledger: no bill was taken in; tagledger ingest takes one in");
  const open = read.filter(({ closed }) => closed === null).map(({ period }) => period);
  if (open.length === 0) note("All months are closed: what is read of them stays.");
  return open;
}
