import { Command } from "commander";
import { activateCommand } from "./commands/activate.ts";
import { allocateCommand } from "./commands/allocate.ts";
import { requestExemptionCommand, requestReleaseCommand } from "./commands/ask.ts";
import { auditCommand } from "./commands/audit.ts";
import { checkCommand } from "./commands/check.ts";
import { closeCommand, reopenCommand } from "./commands/close.ts";
import { compareCommand } from "./commands/compare.ts";
import { configCommand } from "./commands/config.ts";
import { coverageCommand } from "./commands/coverage.ts";
import { decideCommand } from "./commands/decide.ts";
import { diffCommand } from "./commands/diff.ts";
import { disputeCommand } from "./commands/dispute.ts";
import { emailCommand } from "./commands/email.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportDefinitionCommand } from "./commands/export-definition.ts";
import { ingestCommand } from "./commands/ingest.ts";
import { initCommand } from "./commands/init.ts";
import { liveCommand } from "./commands/live.ts";
import { policyCommand } from "./commands/policy.ts";
import { readinessCommand } from "./commands/readiness.ts";
import { releaseCommand } from "./commands/release.ts";
import { reportCommand } from "./commands/report.ts";
import { requestsCommand } from "./commands/requests.ts";
import { resourceCommand } from "./commands/resource.ts";
import { sampleCommand } from "./commands/sample.ts";
import { serveCommand } from "./commands/serve.ts";
import { snapshotsCommand } from "./commands/snapshots.ts";
import { sweepCommand } from "./commands/sweep.ts";
import { uploadCommand } from "./commands/upload.ts";
import { usageCommand } from "./commands/usage.ts";
import { verifyCommand } from "./commands/verify.ts";
import { versionsCommand } from "./commands/versions.ts";
import { version } from "./version.ts";

/** The whole command line; a command is one file of `commands/`. */
export function buildProgram(): Command {
  const program = new Command("tagledger")
    .description(
      "Makes machine-learning cloud bills accountable: whose is every cent, shared costs included.",
    )
    .version(version())
    .showSuggestionAfterError()
    .showHelpAfterError("(tagledger --help lists commands and options)");
  const commands = [
    initCommand(),
    checkCommand(),
    auditCommand(),
    reportCommand(),
    ingestCommand(),
    versionsCommand(),
    diffCommand(),
    usageCommand(),
    uploadCommand(),
    allocateCommand(),
    snapshotsCommand(),
    explainCommand(),
    compareCommand(),
    verifyCommand(),
    emailCommand(),
    closeCommand(),
    reopenCommand(),
    liveCommand(),
    resourceCommand(),
    readinessCommand(),
    coverageCommand(),
    disputeCommand(),
    releaseCommand(),
    requestReleaseCommand(),
    requestExemptionCommand(),
    requestsCommand(),
    decideCommand(),
    serveCommand(),
    sweepCommand(),
    configCommand(),
    policyCommand(),
    exportDefinitionCommand(),
    activateCommand(),
    sampleCommand(),
  ];
  for (const command of commands) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  const exits = (command: Command): void => {
    command.exitOverride();
    for (const each of command.commands) exits(each);
  };
  exits(program);
  return program;
}
