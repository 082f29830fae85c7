import { report } from "@tagledger/core/flows/report";
import { Command } from "commander";
import { compose } from "./compose.ts";
import { findConfig } from "./config-file.ts";
import { exitCodeOf, reportError } from "./exit.ts";
import { render } from "./formats.ts";
import { note, writeOutput, writeWhole } from "./output.ts";
import { endProgress } from "./progress.ts";
import { writeSample } from "./sample/write.ts";

const HOME = ".tagledger";
const PAGE = `${HOME}/report.html`;

interface StartOptions {
  readonly bill?: string[];
  readonly usage?: string[];
  readonly config?: string;
}

/** `npm start`: the main job from nothing, on the sample company or on one's own files. */
async function start({ bill, usage = [], config }: StartOptions): Promise<void> {
  const files = bill === undefined ? await sampleFiles() : { bill, usage, config };
  const { report: value } = await report(compose(), {
    ...files,
    config: await findConfig(files.config),
    basis: "effective",
    groupBy: ["team"],
    where: {},
  });
  endProgress();
  await writeWhole(PAGE, render("html", value));
  await writeOutput(render("text", value), undefined);
  note(`\nThe same as a page: ${PAGE}`);
}

async function sampleFiles() {
  note(`Writing the sample company to ${HOME}/sample …`);
  const { bill, usage, config } = await writeSample(`${HOME}/sample`, {});
  return { bill: [bill], usage: [usage], config };
}

const program = new Command("npm start --")
  .description("report the sample company, or one's own bill, and write the report as a page")
  .option(
    "-b, --bill <path...>",
    "files or folders of a bill; without it the sample company is made and reported",
  )
  .option("-u, --usage <path...>", "CSV files or folders of usage")
  .option("-c, --config <file>", "the configuration (default: tagledger.yaml here, else the five ml-* tags)")
  .exitOverride()
  .action(start);

try {
  await program.parseAsync();
} catch (error) {
  reportError(error);
  process.exitCode = exitCodeOf(error);
}
