import type { Config } from "../../config/definition.ts";
import { spanOf } from "../../config/moments.ts";

/**
 * Compiles the times between which no name of a team begins or ends: at instants of one number, texts name the same
 * teams.
 *
 * @example epochs(defaultConfig())(at) // 0, as no alias has a date
 */
export function epochs(config: Config): (at: number) => number {
  const instants = Object.values(config.teams)
    .flatMap(({ aliases }) => aliases.flatMap((alias) => spanOf(alias) ?? []))
    .flatMap(({ start, end }) => [start, end])
    .filter(Number.isFinite);
  return (at) => {
    let begun = 0;
    for (const instant of instants) if (instant <= at) begun++;
    return begun;
  };
}
