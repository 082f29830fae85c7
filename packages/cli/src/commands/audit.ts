import { badInput } from "@tagledger/core/errors";
import { type AuditPorts, type AuditRequest, audit, auditComplete } from "@tagledger/core/flows/audit";
import type { AuditItem } from "@tagledger/core/reports/audit/audited";
import { Command, Option } from "commander";
import { showAudit } from "../audit/show.ts";
import { showComparison } from "../audit/show-comparison.ts";
import { type CliPorts, compose } from "../compose.ts";
import { findConfig, readConfigFile } from "../config-file.ts";
import { EXIT } from "../exit.ts";

const FORMATS = ["text", "json", "csv"] as const;

interface AuditOptions {
  readonly config?: string;
  readonly against?: string;
  readonly assumeComplete?: boolean;
  readonly format: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly out?: string;
  readonly failOnFindings?: boolean;
}

/** `tagledger audit`: shows what enforcement would find in a log. */
export function auditCommand(): Command {
  return new Command("audit")
    .description("check what a CloudTrail log shows to have been created or tagged; changes nothing")
    .argument(
      "<path...>",
      'files or folders of CloudTrail: {"Records": […]}, EventBridge events, one per line, gzipped or not',
    )
    .option(
      "-c, --config <file>",
      "the configuration (default: tagledger.yaml here, else the five ml-* tags)",
    )
    .option("--assume-complete", "the log holds all tagging: count what came within the grace, and decide")
    .option("--against <file>", "another configuration: who would break by it, and how often")
    .addOption(new Option("-f, --format <format>", "how to show it").choices(FORMATS).default("text"))
    .option("--json", "the same as --format json: one line per event")
    .option("-o, --out <file>", "write to a file instead of printing")
    .option("--fail-on-findings", "exit 1 where anything is not as it should be")
    .action(runAudit);
}

async function runAudit(paths: string[], options: AuditOptions): Promise<void> {
  const { against, assumeComplete = false, out } = options;
  const format = options.json === true ? "json" : options.format;
  const config = await findConfig(options.config);
  const other = against === undefined ? undefined : (await readConfigFile(against)).config;
  if (other !== undefined && format === "csv")
    throw badInput("--against is shown as text or json, not as csv");
  const { trail, prices, openTimelines } = compose();
  const found =
    other === undefined
      ? await withAudit({ trail, prices, openTimelines }, { config, paths }, assumeComplete, (items) =>
          showAudit(items, { paths, format, out }),
        )
      : // What another schema changes has nothing to do with prices.
        await withAudit({ trail, openTimelines }, { config, paths }, assumeComplete, (before) =>
          withAudit({ trail, openTimelines }, { config: other, paths }, assumeComplete, (after) =>
            showComparison(before, after, { paths, isJson: format === "json", out }),
          ),
        );
  if (found && options.failOnFindings === true) process.exitCode = EXIT.findings;
}

/** Audits a log with what that needs, and puts it away afterwards. */
async function withAudit<T>(
  { openTimelines, ...ports }: AuditPorts & Pick<CliPorts, "openTimelines">,
  request: AuditRequest,
  isComplete: boolean,
  show: (items: AsyncIterable<AuditItem>) => Promise<T>,
): Promise<T> {
  if (!isComplete) return show(audit(ports, request));
  const timelines = openTimelines();
  try {
    return await show(auditComplete({ ...ports, timelines }, request));
  } finally {
    await timelines.close();
  }
}
