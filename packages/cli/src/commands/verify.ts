import { verify } from "@tagledger/core/flows/verify";
import { renderVerificationJson } from "@tagledger/core/snapshots/verify/json";
import { renderVerificationText } from "@tagledger/core/snapshots/verify/text";
import { Command } from "commander";
import { cellsOption } from "../bills/cells-option.ts";
import { keptBills } from "../bills/ports.ts";
import { compose } from "../compose.ts";
import { EXIT } from "../exit.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { print, terminalWidth } from "../output.ts";
import { endProgress } from "../progress.ts";

interface VerifyOptions {
  readonly ledger?: string;
  readonly cells?: string;
  readonly json?: boolean;
}

/** `tagledger verify SNAPSHOT`: recomputes a snapshot and says what was proven. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description(
      "recompute a snapshot from its bill, usage and configuration, and say line by line what is proven",
    )
    .argument("<snapshot>", "its id or digest, or what one begins with; tagledger snapshots lists them")
    .addOption(ledgerOption())
    .addOption(cellsOption())
    .option("--json", "the same for programs")
    .addHelpText("after", "\nExits with 1 where the snapshot does not hold.")
    .action(proveSnapshot);
}

async function proveSnapshot(named: string, { ledger, cells, json }: VerifyOptions): Promise<void> {
  await withLedger(ledger, async (opened) => {
    const { snapshots } = opened;
    const found = await verify(
      { ...(await keptBills(opened, cells)), snapshots, hash: compose().hash },
      named,
    );
    endProgress();
    await print(
      json === true
        ? renderVerificationJson(found)
        : renderVerificationText(found, { width: terminalWidth() }),
    );
    if (!found.holds) process.exitCode = EXIT.findings;
  });
}
