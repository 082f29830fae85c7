import type { Rules } from "@tagledger/core/flows/rules";
import type { Configurations } from "@tagledger/core/ports";

/**
 * The rules of the configuration that is in force whenever they are asked for, compiled once for each.
 *
 * @throws bad-configuration or outside-failure, on asking, where nobody can tell what is in force
 */
export function rulesInForce(configurations: () => Promise<Configurations>): () => Promise<Rules> {
  let known: Rules | null = null;
  return async () => {
    const { config, hash } = await (await configurations()).current();
    if (known?.configuration === hash) return known;
    const { rulesOf } = await import("@tagledger/core/flows/rules");
    const compiled = rulesOf(config, hash);
    known = compiled;
    return compiled;
  };
}
