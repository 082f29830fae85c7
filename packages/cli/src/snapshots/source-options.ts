import { BASES } from "@tagledger/core/costs/charge";
import { type Command, Option } from "commander";
import { cellsOption } from "../bills/cells-option.ts";
import { ledgerOption } from "../named-ledger.ts";

/** Adds the options by which a command is told what division to look at. */
export function addSourceOptions(command: Command): Command {
  return command
    .option(
      "--snapshot <id>",
      "a snapshot, or what its id or digest begins with (default: the one that is read)",
    )
    .addOption(new Option("--basis <basis>", "how charges are valued").choices(BASES).default("effective"))
    .addOption(ledgerOption())
    .addOption(cellsOption())
    .option("-b, --bill <path...>", "divide this bill at once, without a ledger: files or folders")
    .option("-u, --usage <path...>", "with --bill: files or folders of usage")
    .option("-c, --config <file>", "with --bill: the configuration (default: tagledger.yaml here)")
    .option("--currency <code>", "with --bill: the currency, where the bill holds several");
}
