import { badInput } from "@tagledger/core/errors";
import { Command, Option } from "commander";
import { configToLook, IN_FORCE } from "../in-force.ts";
import { note, print } from "../output.ts";
import { type Given, writeTarget } from "../policy/documents.ts";
import { parametersFile } from "../policy/parameters.ts";
import { readSite, type SiteOptions } from "../policy/site.ts";
import { readTarget, TARGETS } from "../policy/targets.ts";
import { type WrittenFile, writeAll } from "../policy/write-all.ts";

interface PolicyOptions extends SiteOptions {
  readonly target: string[];
  readonly out?: string;
  readonly externalId?: string;
  readonly config?: string;
}

/** `tagledger policy`: writes what is meant in the languages of AWS. */
export function policyCommand(): Command {
  return new Command("policy")
    .description("write event rules, IAM policies or the template for member accounts, as JSON")
    .addOption(
      new Option("-t, --target <target>", `${TARGETS.join(", ")}; with --out it may be repeated`)
        .argParser((value: string, targets: string[]) => [...targets, value])
        .default([], "none"),
    )
    .option("-o, --out <folder>", "write a file for each into a folder instead of printing")
    .option("--stage <stage>", "the stage of the deployment", "production")
    .option("--home <account:region>", "where Tagledger is deployed; iam and stack-set need it")
    .option("--places <list>", "what it looks after, as 111122223333:eu-central-1,… or JSON (default: home)")
    .option("--tags <list>", "our own tags for stack-set, as ml-team=ml-platform,…")
    .option("--external-id <id>", "what member accounts want to hear; goes into a file of its own with --out")
    .option("--explorer-view <arn>", "the view of Resource Explorer that a sweep asks; for iam")
    .option("-c, --config <file>", IN_FORCE)
    .addHelpText("after", "\nWhat a language cannot express is told on standard error.")
    .action(writePolicies);
}

async function writePolicies({ out, externalId, ...options }: PolicyOptions): Promise<void> {
  const targets = [...new Set(options.target.map(readTarget))];
  const [first, ...others] = targets;
  if (first === undefined) throw badInput(`policy: name what to write, as --target ${TARGETS[0]}`);
  if (out === undefined && others.length > 0) {
    throw badInput("--target: one is printed; --out names a folder for several");
  }
  let config: ReturnType<Given["config"]> | undefined;
  const given: Given = {
    config: () => (config ??= configToLook(options.config)),
    site: () => readSite(options),
  };
  const files: WrittenFile[] = [];
  const notes: string[] = [];
  for (const target of targets) {
    const written = await writeTarget(target, given);
    files.push({ name: `${target}.json`, text: written.text });
    notes.push(...written.notes);
  }
  if (targets.includes("stack-set") && externalId !== undefined) {
    if (out === undefined)
      notes.push("the external id stands in no template: it is a parameter, which --out writes");
    else files.push(parametersFile(externalId));
  }
  if (out === undefined) for (const { text } of files) await print(text);
  else {
    await writeAll(out, files);
    note(`wrote ${files.map(({ name }) => name).join(", ")} to ${out}`);
  }
  for (const each of notes) note(`note: ${each}`);
}
