import { TAG_FORMS } from "@tagledger/adapters/bills/exported-columns";
import { Command, Option } from "commander";
import { EXPORT_FORMATS, type ExportFormat, writeExport } from "../export/formats.ts";
import { exportNotes } from "../export/notes.ts";
import { type ExportOptions, GRANULARITIES, readExport } from "../export/options.ts";
import { configToLook, IN_FORCE } from "../in-force.ts";
import { note, writeOutput } from "../output.ts";

interface ExportDefinitionOptions extends ExportOptions {
  readonly format: ExportFormat;
  readonly config?: string;
  readonly out?: string;
}

/** `tagledger export-definition`: writes the export of bills that is cheapest to take in. */
export function exportDefinitionCommand(): Command {
  return new Command("export-definition")
    .description(
      "write the Data Export (CUR 2.0) that holds what this configuration reads of a bill, and no more",
    )
    .addOption(
      new Option("-f, --format <format>", "a template, a call of the AWS CLI, or the query alone")
        .choices(EXPORT_FORMATS)
        .default("cloudformation"),
    )
    .option("--name <name>", "what the export is called", "tagledger")
    .option("--bucket <name>", "the bucket that bills are delivered into (default: tagledger-bills-ACCOUNT)")
    .option("--existing", "the bucket is there already: nothing of it is made or changed")
    .option("--region <region>", "the region of the bucket: that in which Tagledger is deployed", "us-east-1")
    .option("--prefix <prefix>", "the folder in the bucket", "bills")
    .addOption(
      new Option(
        "--granularity <time>",
        "how much time a line stands for (default: what rules need)",
      ).choices(GRANULARITIES),
    )
    .option(
      "--no-resources",
      "one line for all resources of a service; refused where rules look at resources",
    )
    .option("--principals", "lines by the caller of models, though no rule looks at callers")
    .addOption(
      new Option("--tags-as <form>", "tags as columns, or all of them in a map of that name")
        .choices(TAG_FORMS)
        .default("flat"),
    )
    .option("--keep-deliveries", "leave a delivery where it is when the next one comes")
    .option("--tags <list>", "our own tags for what is made, as ml-team=ml-platform,…")
    .option("-c, --config <file>", IN_FORCE)
    .option("-o, --out <file>", "write to a file instead of printing")
    .addHelpText("after", "\nWhat is to be done besides is told on standard error.")
    .action(writeDefinition);
}

async function writeDefinition(options: ExportDefinitionOptions): Promise<void> {
  const given = readExport(await configToLook(options.config), options);
  await writeOutput(writeExport(options.format, given), options.out);
  for (const each of exportNotes(options.format, given)) note(`note: ${each}`);
  if (options.out !== undefined) note(`wrote ${options.out}`);
}
