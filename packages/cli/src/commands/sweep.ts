import { badInput } from "@tagledger/core/errors";
import { sweep } from "@tagledger/core/flows/sweep";
import { Command, Option } from "commander";
import { IN_FORCE, inForce, rulesOfLedger } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";

interface Place {
  readonly account: string;
  readonly region: string;
}

interface SweepOptions {
  readonly place: Place[];
  readonly explorerView?: string;
  readonly role?: string;
  readonly externalId?: string;
  readonly config?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

/** `tagledger sweep`: holds what exists in AWS against what the ledger knows. */
export function sweepCommand(): Command {
  return new Command("sweep")
    .description(
      "hold what exists in AWS against what the ledger knows, and take in the difference; changes no resource",
    )
    .addOption(
      new Option("-p, --place <account:region>", "where to look; may be repeated")
        .argParser((value: string, places: Place[]) => [...places, readPlace(value)])
        .default([], "none"),
    )
    .option("--explorer-view <arn>", "a view of Resource Explorer, which finds what was never tagged")
    .option("--role <name>", "the role that other accounts let us take on")
    .option("--external-id <id>", "what that role wants to hear")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .option("--json", "counts for programs")
    .action(runSweep);
}

async function runSweep({
  place: places,
  explorerView,
  role,
  externalId,
  ...options
}: SweepOptions): Promise<void> {
  const [first] = places;
  if (first === undefined) throw badInput("sweep: name where to look, as --place 111122223333:eu-central-1");
  await withLedger(options.ledger, async ({ ledger, config, prices }) => {
    const rules = await rulesOfLedger(await inForce(options.config ?? config), ledger);
    const [{ reachFromHere }, { awsInventory }] = await Promise.all([
      import("@tagledger/adapters/aws/from-here"),
      import("@tagledger/adapters/aws/inventory/inventory"),
    ]);
    const { clientsFor } = await reachFromHere({ region: first.region, role, externalId });
    const view = explorerView === undefined ? {} : { explorerView };
    const inventory = awsInventory({ clientsFor, places, ...view });
    const swept = await sweep({ ledger, inventory, prices }, rules, { now: Date.now() });
    if (options.json === true) return print(`${JSON.stringify(swept, null, 2)}\n`);
    const { found, neverSeen, drifted, vanished, judgedAnew } = swept;
    note(
      `${found} found: ${neverSeen} that no event told of, ${drifted} whose tags changed unseen; ${vanished} are there no more; ${judgedAnew} judged anew`,
    );
  });
}

function readPlace(text: string): Place {
  const [, account, region] = /^(\d{12}):([a-z]+(?:-[a-z]+)+-\d)$/.exec(text) ?? [];
  if (account === undefined || region === undefined) {
    throw badInput(`--place ${text}: expected an account and a region, as 111122223333:eu-central-1`, {
      value: text,
    });
  }
  return { account, region };
}
