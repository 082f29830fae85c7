import { type KeyActivation, keyActivations } from "@tagledger/core/bills/activation";
import { Command } from "commander";
import { compose } from "../compose.ts";
import { findConfig } from "../config-file.ts";
import { EXIT } from "../exit.ts";
import { note, print } from "../output.ts";

interface ActivateOptions {
  readonly config?: string;
  readonly yes?: boolean;
  readonly failOnFindings?: boolean;
  readonly json?: boolean;
}

const STATUS: Readonly<Record<KeyActivation["status"], string>> = {
  active: "active",
  inactive: "not active: no bill shows it",
  unseen: "never seen by billing: no resource that costs something has it yet",
};

/** `tagledger activate`: has the tags of the schema stand in bills. */
export function activateCommand(): Command {
  return new Command("activate")
    .description(
      "list which tags of the schema stand in bills, as cost allocation tags of the account that pays; activate the rest",
    )
    .option(
      "-c, --config <file>",
      "the configuration (default: tagledger.yaml here, else the five ml-* tags)",
    )
    .option("-y, --yes", "activate those that are not; it takes about a day, and holds from then on only")
    .option("--fail-on-findings", "exit 1 while a required tag is not active")
    .option("--json", "the same for programs")
    .addHelpText(
      "after",
      `
Asks as whoever the AWS SDK finds: in the account that pays, permitted ce:ListCostAllocationTags and, with --yes,
ce:UpdateCostAllocationTagsStatus. What a bill said before stays as it was; AWS fills up to twelve months on demand
(StartCostAllocationTagBackfill), which restates them.`,
    )
    .action(activate);
}

async function activate(options: ActivateOptions): Promise<void> {
  const config = await findConfig(options.config);
  const tags = await compose().costAllocationTags();
  let keys = keyActivations(config, await tags.list());
  const inactive = keys.filter(({ status }) => status === "inactive").map(({ key }) => key);
  let refused = 0;
  if (options.yes === true && inactive.length > 0) {
    for (const { key, problem } of await tags.activate(inactive)) {
      if (problem !== null) refused++;
      note(problem === null ? `activated ${key}` : `not activated ${key}: ${problem}`);
    }
    keys = keyActivations(config, await tags.list());
  }
  await print(options.json === true ? `${JSON.stringify(keys, null, 2)}\n` : tableOf(keys));
  const left = keys.filter(({ status }) => status === "inactive");
  if (options.yes !== true && left.length > 0)
    note(`activate ${left.length} of them with: tagledger activate --yes`);
  if (refused > 0) process.exitCode = EXIT.outsideFailure;
  else if (
    options.failOnFindings === true &&
    keys.some(({ required, status }) => required && status !== "active")
  )
    process.exitCode = EXIT.findings;
}

function tableOf(keys: readonly KeyActivation[]): string {
  const width = Math.max(...keys.map(({ key }) => key.length), 0);
  const lines = keys.map(({ key, required, status, collapsesWith }) => {
    const alike =
      collapsesWith.length === 0
        ? ""
        : `; exports to Parquet write ${collapsesWith.join(", ")} as the same key, and nobody can tell them apart there`;
    return `${key.padEnd(width)}  ${required ? "required" : "optional"}  ${STATUS[status]}${alike}`;
  });
  return `${lines.join("\n")}\n`;
}
