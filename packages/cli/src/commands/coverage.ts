import { type Coverage, coverage } from "@tagledger/core/flows/coverage";
import { Command, Option } from "commander";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { print } from "../output.ts";
import { wholeNumber } from "../values.ts";

const DAY = 86_400_000;
/** For so long the ledger remembers events. */
const USUAL_DAYS = 7;

interface CoverageOptions {
  readonly days: number;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger coverage`: counts what was seen against what was decided. */
export function coverageCommand(): Command {
  return new Command("coverage")
    .description("count what was seen against what was decided: nothing is left out")
    .addOption(
      new Option("-d, --days <number>", "events of so many UTC days, today included")
        .argParser(wholeNumber)
        .default(USUAL_DAYS),
    )
    .addOption(ledgerOption())
    .option("--json", "for programs")
    .action(async ({ days: count, ledger: place, json }: CoverageOptions) => {
      await withLedger(place, async ({ ledger }) => {
        const now = Date.now();
        const days = Array.from({ length: count }, (_, back) =>
          new Date(now - back * DAY).toISOString().slice(0, 10),
        );
        const found = await coverage({ ledger }, { days: days.reverse(), now });
        await print(json === true ? `${JSON.stringify(found, null, 2)}\n` : textOf(found));
      });
    });
}

function textOf({ days, events, resources }: Coverage): string {
  const { seen, evaluated, skipped, failed, reasons } = events;
  const lines = [
    `Events of ${days.length} days: ${seen} seen, ${evaluated} evaluated, ${skipped} skipped, ${failed} unreadable`,
    ...reasons.map(({ value, count }) => `  ${count} ${value}`),
    `Resources: ${resources.total} there, ${resources.decided} decided, ${resources.pending} pending, ${resources.failed} not readable`,
    ...(resources.oldestDue === null ? [] : [`  the oldest is due since ${resources.oldestDue}`]),
  ];
  return `${lines.join("\n")}\n`;
}
