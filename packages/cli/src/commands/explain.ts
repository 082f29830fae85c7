import { parseAmount } from "@tagledger/core/costs/money";
import { type Rational, rational } from "@tagledger/core/costs/rational";
import { badInput } from "@tagledger/core/errors";
import { explainTeam } from "@tagledger/core/flows/explain";
import { renderExplanationJson } from "@tagledger/core/snapshots/explain/json";
import { namedTeam } from "@tagledger/core/snapshots/explain/named-team";
import { renderExplanationText } from "@tagledger/core/snapshots/explain/text";
import { whatIf } from "@tagledger/core/snapshots/explain/what-if";
import { Command } from "commander";
import { print, terminalWidth } from "../output.ts";
import { endProgress } from "../progress.ts";
import { type SourceOptions, withDivision } from "../snapshots/source.ts";
import { addSourceOptions } from "../snapshots/source-options.ts";

interface ExplainOptions extends SourceOptions {
  readonly team: string;
  readonly pool?: string;
  readonly whatIf?: string;
  readonly json?: boolean;
}

/** `tagledger explain`: from a team's digit back to pools, usage, rules and bill lines, and forward to other use. */
export function explainCommand(): Command {
  const command = new Command("explain")
    .description("explain what a team bears, back to pools, usage, rules and lines of the bill")
    .requiredOption("-t, --team <team>", "the team whose figures are explained")
    .option("--pool <pool>", "only what comes of this pool")
    .option("-p, --period <YYYY-MM>", "the month; needed where there are several")
    .option(
      "--what-if <metric=factor>",
      "what it would bear with so many times its use of a metric, as gpu-hours=0.5 for half",
    )
    .option("--json", "exact figures for programs, with every group of lines");
  return addSourceOptions(command).action(explainDigits);
}

async function explainDigits({ pool, whatIf: wished, json, ...options }: ExplainOptions): Promise<void> {
  const wish = wished === undefined ? null : readWish(wished);
  await withDivision(options, async ({ snapshot, open }) => {
    const team = namedTeam(snapshot, options.team);
    const other = wish === null ? null : whatIf(snapshot, { team, pool, ...wish });
    const explanation = await explainTeam({ open }, snapshot, { team, pool });
    endProgress();
    await print(
      json === true
        ? renderExplanationJson(explanation, other)
        : renderExplanationText(explanation, { width: terminalWidth(), wish: other }),
    );
  });
}

/**
 * Reads `gpu-hours=0.5`.
 *
 * @throws bad-input where it is no metric with a factor of 0 or more
 */
function readWish(text: string): { readonly metric: string; readonly factor: Rational } {
  const at = text.lastIndexOf("=");
  const expected = badInput(`--what-if ${text}: expected a metric and a factor, such as gpu-hours=0.5`, {
    value: text,
  });
  if (at < 1 || !/^\d+(\.\d+)?$/.test(text.slice(at + 1))) throw expected;
  return { metric: text.slice(0, at), factor: rational(parseAmount(text.slice(at + 1)), parseAmount("1")) };
}
