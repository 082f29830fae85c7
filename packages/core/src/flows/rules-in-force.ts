import type { Config } from "../config/definition.ts";
import type { Configurations, Hash, Ledger } from "../ports.ts";
import { type Rules, rulesOf } from "./rules.ts";
import { turnedOn } from "./turn-on.ts";

/** The rules that hold at an instant, and whether they are those of another. */
export interface InForce {
  readonly config: Config;
  readonly rules: Rules;
  /** The same for the same configuration and the same rules turned on. */
  readonly fingerprint: string;
}

/**
 * The rules of the configuration in force, with those turned on that somebody did turn on; compiled again only where
 * something changed.
 *
 * @example const { rules } = await rulesInForce({ configurations, ledger, hash })()
 */
export function rulesInForce({
  configurations,
  ledger,
  hash,
}: {
  readonly configurations: Configurations;
  readonly ledger: Ledger;
  readonly hash: Hash;
}): () => Promise<InForce> {
  let last: InForce | null = null;
  return async () => {
    const [{ config, hash: configuration }, approvals] = await Promise.all([
      configurations.current(),
      ledger.approvals(),
    ]);
    const approved = approvals.map(({ rule }) => rule).sort();
    const fingerprint = hash.sha256(JSON.stringify([configuration, approved]));
    if (last?.fingerprint === fingerprint) return last;
    last = {
      config,
      rules: rulesOf(config, configuration, turnedOn(config, approvals, hash)),
      fingerprint,
    };
    return last;
  };
}
