import { Command, Option } from "commander";
import { note } from "../output.ts";
import { writeSample } from "../sample/write.ts";
import { wholeNumber } from "../values.ts";

/** `tagledger sample`: writes the sample company. */
export function sampleCommand(): Command {
  return new Command("sample")
    .description(
      "write a sample company of five teams: two months of bills and usage, a CloudTrail log and a configuration",
    )
    .argument("<folder>", "where to write; new, empty, or an earlier sample")
    .addOption(new Option("--seed <number>", "another company of the same kind").argParser(wholeNumber))
    .action(async (folder: string, { seed }: { seed?: number }) => {
      const { bill, usage, trail, config } = await writeSample(folder, seed === undefined ? {} : { seed });
      note(
        `wrote a sample company; report and audit it with\n  tagledger report --config ${config} --bill ${bill} --usage ${usage}\n  tagledger audit --config ${config} ${trail}`,
      );
    });
}
