import { BASES, type Basis } from "@tagledger/core/costs/charge";
import { diffVersions } from "@tagledger/core/flows/diff-versions";
import { renderDifferenceJson } from "@tagledger/core/reports/difference/json";
import { renderDifferenceText } from "@tagledger/core/reports/difference/text";
import { Command, Option } from "commander";
import { cellsOption } from "../bills/cells-option.ts";
import { keptBills } from "../bills/ports.ts";
import { compose } from "../compose.ts";
import { configToLook, IN_FORCE } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { print, terminalWidth } from "../output.ts";
import { endProgress } from "../progress.ts";

interface DiffOptions {
  readonly basis: Basis;
  readonly ledger?: string;
  readonly cells?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** `tagledger diff PERIOD V1 V2`: says for whom two versions of a month's bill differ, and why. */
export function diffCommand(): Command {
  return new Command("diff")
    .description("say for whom two versions of a month's bill differ, by how much to the digit, and why")
    .argument("<period>", "a month, as 2026-09")
    .argument("<before>", "a version: its number, its id, or what that begins with")
    .argument("<after>", "another one")
    .addOption(new Option("--basis <basis>", "how charges are valued").choices(BASES).default("effective"))
    .addOption(ledgerOption())
    .addOption(cellsOption())
    .option("-c, --config <file>", IN_FORCE)
    .option("--json", "exact figures for programs")
    .addHelpText("after", "\nBoth are placed by the same rules, those of today.")
    .action(showDifference);
}

async function showDifference(
  period: string,
  before: string,
  after: string,
  { basis, ledger, cells, config: path, json }: DiffOptions,
): Promise<void> {
  await withLedger(ledger, async (opened) => {
    const config = await configToLook(path ?? opened.config);
    const ports = { ...(await keptBills(opened, cells)), hash: compose().hash };
    const found = await diffVersions(ports, { config, period, before, after, basis });
    endProgress();
    await print(
      json === true ? renderDifferenceJson(found) : renderDifferenceText(found, { width: terminalWidth() }),
    );
  });
}
