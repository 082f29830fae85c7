import * as z from "zod/mini";
import { CHECKS } from "./checks.ts";
import { type Config, definition } from "./definition.ts";
import { keepExactDigits } from "./exact-digits.ts";
import { expected } from "./expected.ts";
import { explain } from "./explain.ts";
import {
  badConfiguration,
  byPosition,
  type ConfigPath,
  type ConfigProblem,
  type Flaw,
  type Position,
} from "./problem.ts";
import { readSource } from "./source.ts";

/** A configuration that holds together, and where its parts stand in the file. */
export interface LoadedConfig {
  readonly config: Config;
  /** What is allowed but probably not meant, in the order of the file. */
  readonly warnings: readonly ConfigProblem[];
  /** The place of what stands at a path, or undefined where the file leaves it to a default. */
  locate(path: ConfigPath): Position | undefined;
}

/**
 * Reads and checks the text of `tagledger.yaml`. Whether names and sums fit is only asked of a file whose every
 * key and value has its form.
 *
 * @param file the name that messages give it
 * @throws bad-configuration with every problem, one a line, as `file:line:column: what is wrong`
 * @example loadConfig("version: 1", "tagledger.yaml").config.allocation // "step-down"
 */
export function loadConfig(text: string, file: string): LoadedConfig {
  const source = readSource(text);
  if (source.problems.length > 0) throw badConfiguration(source.problems, file);
  const placed = (flaws: readonly Flaw[]) => flaws.map((flaw) => source.locate(flaw)).sort(byPosition);

  const parsed = z.safeParse(definition, source.value, { error: expected, reportInput: true });
  if (!parsed.success) throw badConfiguration(placed(explain(parsed.error.issues, source)), file);
  const config = parsed.data;

  const inexact = keepExactDigits(config, source);
  const problems = placed([...inexact, ...CHECKS.flatMap((check) => check(config))]);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw badConfiguration(errors, file);
  return { config, warnings: problems, locate: source.positionOf };
}

/** The configuration of someone who has no file yet: the five ml-* keys, and every value a team. */
export function defaultConfig(): Config {
  return z.parse(definition, { version: 1 });
}
