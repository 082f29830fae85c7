import type { Granted } from "../tags/verdict/granted.ts";
import type { Fact } from "./fact.ts";

/**
 * The exemptions that people granted to what has a name, whichever of its lives that was in; of one request the last word
 * counts.
 *
 * @param facts all that is known under the name, in any order
 * @example grantsIn(history.facts)[0]?.until // 1_798_761_600_000
 */
export function grantsIn(facts: readonly Fact[]): Granted[] {
  const words = facts
    .filter((fact) => fact.kind === "exempted")
    .sort((a, b) => a.at - b.at || a.part - b.part);
  const granted = new Map<string, Granted>();
  for (const { request, reason, owner, at, until } of words) {
    granted.set(request, { request, reason, owner, from: granted.get(request)?.from ?? at, until });
  }
  return [...granted.values()];
}
