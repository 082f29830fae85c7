import { dispute } from "@tagledger/core/flows/dispute";
import { findResource } from "@tagledger/core/flows/find-resource";
import { pricesAsRecorded } from "@tagledger/core/flows/prices-as-recorded";
import { Command } from "commander";
import { IN_FORCE, inForce, rulesOfLedger } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";
import { personOf } from "../person.ts";

interface DisputeOptions {
  readonly reason: string;
  readonly by?: string;
  readonly config?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger dispute ARN`: notes that a person says that a verdict is wrong. */
export function disputeCommand(): Command {
  return new Command("dispute")
    .description("say that the verdict on a resource is wrong: that counts against its rule's readiness")
    .argument("<arn>", "its ARN, or its id")
    .requiredOption("-r, --reason <text>", "why")
    .option("--by <name>", "who says so (default: the user of this machine)")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .option("--json", "what was noted, for programs")
    .action(noteDispute);
}

async function noteDispute(named: string, options: DisputeOptions): Promise<void> {
  const { reason, config, json } = options;
  const by = personOf(options.by);
  await withLedger(options.ledger, async ({ ledger, config: filledBy, prices: book }) => {
    const history = await findResource(ledger, named);
    const rules = await rulesOfLedger(await inForce(config ?? filledBy), ledger);
    const prices = pricesAsRecorded(history, book);
    const { resource } = history;
    await dispute({ ledger, prices }, rules, { resource, by, reason, now: Date.now() });
    if (json === true) await print(`${JSON.stringify({ resource, by, reason }, null, 2)}\n`);
    note(`noted: ${by} disputes the verdict on ${resource}`);
  });
}
