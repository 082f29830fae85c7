import { readiness } from "@tagledger/core/flows/readiness";
import type { RuleReadiness } from "@tagledger/core/reports/readiness/figures";
import { renderReadinessJson } from "@tagledger/core/reports/readiness/json";
import { renderReadinessText } from "@tagledger/core/reports/readiness/text";
import { Command, Option } from "commander";
import { compose } from "../compose.ts";
import { EXIT } from "../exit.ts";
import { configToLook, IN_FORCE } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { print, terminalWidth } from "../output.ts";
import { wholeNumber } from "../values.ts";

interface ReadinessOptions {
  readonly config?: string;
  readonly ledger?: string;
  readonly days?: number;
  readonly failOnFindings?: boolean;
  readonly json?: boolean;
}

/** `tagledger readiness`: shows how each rule of enforcement did, and what is missing until it may be turned on. */
export function readinessCommand(): Command {
  return new Command("readiness")
    .description("show for each rule of enforcement what it would have done, and whether it may be turned on")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .addOption(
      new Option(
        "-d, --days <number>",
        "how many days to look at (default: enforcement.readiness.days)",
      ).argParser(wholeNumber),
    )
    .option("--fail-on-findings", "exit 1 where a rule is not ready in some account, or quarantines nothing")
    .option("--json", "exact figures for programs")
    .action(showReadiness);
}

async function showReadiness({
  config: path,
  ledger: named,
  days,
  ...options
}: ReadinessOptions): Promise<void> {
  await withLedger(named, async ({ ledger, config: filledBy }) => {
    const config = await configToLook(path ?? filledBy);
    const { hash } = compose();
    const found = await readiness({ ledger, hash }, { config, now: Date.now(), days });
    await print(
      options.json === true
        ? renderReadinessJson(found)
        : renderReadinessText(found, { width: terminalWidth() }),
    );
    if (options.failOnFindings === true && found.rules.some(isWanting)) process.exitCode = EXIT.findings;
  });
}

/** A rule under which nothing falls wants something only where it is to quarantine. */
function isWanting({ mode, accounts, isReady }: RuleReadiness): boolean {
  return !isReady && (accounts.length > 0 || mode.includes("quarantine"));
}
