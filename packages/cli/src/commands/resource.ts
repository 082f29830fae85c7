import { explainResource } from "@tagledger/core/flows/explain-resource";
import { rulesOf } from "@tagledger/core/flows/rules";
import { turnedOn } from "@tagledger/core/flows/turn-on";
import { renderResourceText } from "@tagledger/core/ledger/view/resource-text";
import { Command } from "commander";
import { compose } from "../compose.ts";
import { configToLook, IN_FORCE } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { print } from "../output.ts";

interface ResourceOptions {
  readonly config?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger resource ARN`: tells the whole story of a resource. */
export function resourceCommand(): Command {
  return new Command("resource")
    .description(
      "tell all that is known of a resource: its tags, its owner, what it costs, what is done about it",
    )
    .argument("<arn>", "its ARN, or its id")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .option("--json", "all of it for programs")
    .action(showResource);
}

async function showResource(
  named: string,
  { config: path, ledger: place, json }: ResourceOptions,
): Promise<void> {
  await withLedger(place, async ({ ledger, config: filledBy }) => {
    const config = await configToLook(path ?? filledBy);
    const { hash } = compose();
    const rules = rulesOf(config, "", turnedOn(config, await ledger.approvals(), hash));
    const explained = await explainResource({ ledger }, rules, { named, now: Date.now() });
    await print(json === true ? `${JSON.stringify(explained, null, 2)}\n` : renderResourceText(explained));
  });
}
