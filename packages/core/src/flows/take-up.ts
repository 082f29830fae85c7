import type { Ledger } from "../ports.ts";
import type { PriceBook } from "../spend/price.ts";
import { judgeAnew } from "./judge-anew.ts";
import type { InForce } from "./rules-in-force.ts";

/** Under which name the ledger remembers which rules all resources were judged by. */
const SOURCE = "configuration";

/**
 * Judges everything anew where other rules came into force since that was last done: what deviates is planned again, as
 * a rule may have been turned on, or everything stopped.
 *
 * @param now epoch milliseconds
 * @returns how many resources were judged; 0 where the rules are the same
 */
export async function takeUp(
  ports: { readonly ledger: Ledger; readonly prices: PriceBook },
  { rules, fingerprint }: Pick<InForce, "rules" | "fingerprint">,
  now: number,
): Promise<number> {
  const known = await ports.ledger.input(SOURCE);
  if (known?.fingerprint === fingerprint) return 0;
  const judged = await judgeAnew(ports, rules, now, ({ configuration, state, remediation }) => {
    const isOld = configuration !== rules.configuration;
    return isOld || state === "violating" || state === "repairable" || remediation !== undefined;
  });
  const input = {
    source: SOURCE,
    fingerprint,
    at: now,
    outcome: "complete",
    problem: null,
    counts: { judged },
  } as const;
  await ports.ledger.transact([{ kind: "input", input }]);
  return judged;
}
