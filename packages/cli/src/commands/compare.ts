import { compare } from "@tagledger/core/snapshots/compare/comparison";
import { renderComparisonJson } from "@tagledger/core/snapshots/compare/json";
import { renderComparisonText } from "@tagledger/core/snapshots/compare/text";
import { Command } from "commander";
import { print, terminalWidth } from "../output.ts";
import { endProgress } from "../progress.ts";
import { type SourceOptions, withDivision } from "../snapshots/source.ts";
import { addSourceOptions } from "../snapshots/source-options.ts";

interface CompareOptions extends SourceOptions {
  readonly pool?: string;
  readonly json?: boolean;
}

/** `tagledger compare [PERIOD]`: what each team would bear if pools were divided otherwise. */
export function compareCommand(): Command {
  const command = new Command("compare")
    .description(
      "compare what teams bear under direct, step-down and reciprocal division, and by other drivers",
    )
    .argument("[period]", "a month, as 2026-09; needed where there are several")
    .option("--pool <pool>", "try other drivers of this pool only, whatever its method")
    .option("--json", "exact figures for programs");
  return addSourceOptions(command).action(compareWays);
}

async function compareWays(
  period: string | undefined,
  { pool, json, ...options }: CompareOptions,
): Promise<void> {
  await withDivision({ ...options, period }, async ({ snapshot }) => {
    const comparison = compare(snapshot, { pool });
    endProgress();
    await print(
      json === true
        ? renderComparisonJson(comparison)
        : renderComparisonText(comparison, { width: terminalWidth() }),
    );
  });
}
