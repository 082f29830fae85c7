import type { LoadedConfig } from "@tagledger/core/config/load";
import { type ConfigProblem, describeProblem } from "@tagledger/core/config/problem";
import { checkBill } from "@tagledger/core/flows/check-bill";
import { Command, Option } from "commander";
import { compose } from "../compose.ts";
import { CONFIG_FILE, readConfigFile } from "../config-file.ts";
import { EXIT } from "../exit.ts";
import { note, writeOutput } from "../output.ts";
import { endProgress } from "../progress.ts";

interface CheckOptions {
  readonly config: string;
  readonly bill?: string[];
  readonly json?: boolean;
  readonly failOnFindings?: boolean;
}

/** `tagledger check`: says whether a configuration holds together, and what a bill makes of it. */
export function checkCommand(): Command {
  return new Command("check")
    .description(
      "check tagledger.yaml; with a bill also rules that match nothing and pools that mix price classes",
    )
    .addOption(new Option("-c, --config <file>", "the configuration").default(CONFIG_FILE))
    .option("-b, --bill <path...>", "files or folders of a bill to hold it against")
    .option("--json", "print findings as JSON")
    .option("--fail-on-findings", "exit with 1 when there is any finding")
    .action(async ({ config: file, bill, json, failOnFindings }: CheckOptions) => {
      const loaded = await readConfigFile(file);
      const findings = [...loaded.warnings, ...(bill === undefined ? [] : await billFindings(loaded, bill))];
      endProgress();
      if (json === true) await writeOutput(`${JSON.stringify({ file, findings }, null, 2)}\n`, undefined);
      else
        for (const finding of findings) await writeOutput(`${describeProblem(finding, file)}\n`, undefined);
      note(`${file} holds together; ${findings.length === 1 ? "1 finding" : `${findings.length} findings`}`);
      if (failOnFindings === true && findings.length > 0) process.exitCode = EXIT.findings;
    });
}

async function billFindings({ config, locate }: LoadedConfig, bill: string[]): Promise<ConfigProblem[]> {
  const findings = await checkBill(compose(), { config, bill });
  return findings.map(({ path, message }) => ({
    path,
    message,
    severity: "warning",
    ...(locate(path) ?? { line: 1, column: 1 }),
  }));
}
