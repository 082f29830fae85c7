import type { BillVersion } from "@tagledger/core/bills/version";
import { formatAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { badInput } from "@tagledger/core/errors";
import { Command } from "commander";
import { totalOf } from "../bills/amounts-text.ts";
import { versionJson } from "../bills/version-json.ts";
import { before, type PeriodVersions, versionsText } from "../bills/versions-text.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { print, terminalWidth } from "../output.ts";

interface VersionsOptions {
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger versions [PERIOD]`: lists the versions of bills and what became of each. */
export function versionsCommand(): Command {
  return new Command("versions")
    .description("list the versions of each month's bills: which is read, which were, and how they differ")
    .argument("[period]", "a month, as 2026-09 (default: all)")
    .addOption(ledgerOption())
    .option("--json", "the same for programs, with exact amounts")
    .action(listVersions);
}

async function listVersions(period: string | undefined, { ledger, json }: VersionsOptions): Promise<void> {
  await withLedger(ledger, async ({ bills }) => {
    const states =
      period === undefined ? await bills.periods() : [await bills.period(parsePeriod(period).name)];
    const all: PeriodVersions[] = [];
    for (const state of states) all.push({ state, versions: await bills.versions(state.period) });
    const known = all.filter(({ versions }) => versions.length > 0);
    if (known.length === 0)
      throw badInput(`${period ?? "the ledger"}: no bill was taken in; tagledger ingest takes one in`);
    await print(
      json === true
        ? `${JSON.stringify(known.map(periodJson), null, 2)}\n`
        : known.map((each) => versionsText(each, { width: terminalWidth() })).join("\n"),
    );
  });
}

function periodJson({ state, versions }: PeriodVersions) {
  const { period, closed, pointers } = state;
  return {
    period,
    closed: closed === null ? null : { ...closed, at: new Date(closed.at).toISOString() },
    read: Object.fromEntries(Object.entries(pointers).map(([name, { version }]) => [name, version])),
    versions: versions.map((version) => ({
      ...versionJson(version),
      ...differenceJson(version, before(versions, version)),
    })),
  };
}

/** By how much its effective cost differs from that of the version before. */
function differenceJson(version: BillVersion, previous: BillVersion | undefined) {
  const [now, old] = [version, previous].map((each) => each?.contents && totalOf(each.contents, "effective"));
  if (typeof now !== "bigint" || typeof old !== "bigint") return { before: null, difference: null };
  return { before: previous?.id ?? null, difference: formatAmount(now - old) };
}
