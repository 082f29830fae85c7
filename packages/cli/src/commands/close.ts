import type { PeriodState } from "@tagledger/core/bills/period-state";
import { closePeriod } from "@tagledger/core/flows/close-period";
import { reopenPeriod } from "@tagledger/core/flows/reopen-period";
import { Command } from "commander";
import { filled } from "../filled.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";
import { personOf } from "../person.ts";

interface PeriodOptions {
  readonly reason: string;
  readonly by?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger close PERIOD`: keeps what is read of a month as it is. */
export function closeCommand(): Command {
  return periodCommand(
    "close",
    "keep what is read of a month as it is: what is delivered later is held, and its difference can be seen",
    closePeriod,
  );
}

/** `tagledger reopen PERIOD`: lets what is delivered replace what is read of a month again. */
export function reopenCommand(): Command {
  return periodCommand(
    "reopen",
    "let what is delivered replace what is read of a closed month again; what was held is taken in by ingest",
    reopenPeriod,
  );
}

function periodCommand(name: "close" | "reopen", description: string, change: typeof closePeriod): Command {
  return new Command(name)
    .description(description)
    .argument("<period>", "a month, as 2026-09")
    .requiredOption("-r, --reason <text>", "why")
    .option("--by <name>", "who says so (default: the user of this machine)")
    .addOption(ledgerOption())
    .option("--json", "what is known of the month then, for programs")
    .action(async (period: string, { reason: why, by: named, ledger, json }: PeriodOptions) => {
      const [by, reason] = [personOf(named), filled("--reason", why)];
      await withLedger(ledger, async ({ bills }) => {
        const state = await change({ records: bills }, { period, by, reason, now: Date.now() });
        if (json === true) await print(`${JSON.stringify(stateJson(state), null, 2)}\n`);
        note(`${state.period} is ${name === "close" ? "closed" : "open again"}: ${by}, ${reason}`);
      });
    });
}

function stateJson({ period, closed, reopened }: PeriodState) {
  const told = (each: PeriodState["closed"] | undefined) =>
    each === null || each === undefined ? null : { ...each, at: new Date(each.at).toISOString() };
  return { period, closed: told(closed), reopened: told(reopened) };
}
