import type { ResourceRecord } from "../ledger/resource.ts";
import type { Ledger } from "../ports.ts";
import type { PriceBook } from "../spend/price.ts";
import { commit } from "./commit.ts";
import { recordTagging } from "./record-tagging.ts";
import type { Rules } from "./rules.ts";

const AT_ONCE = 500;

/** Everything that the ledger takes to be there, one after the other. */
export async function* present(ledger: Ledger): AsyncGenerator<ResourceRecord> {
  let after: string | undefined;
  do {
    const { items, next } = await ledger.resources({ limit: AT_ONCE, after });
    yield* items;
    after = next ?? undefined;
  } while (after !== undefined);
}

/**
 * Judges anew what another configuration judged last, by all that is known of it.
 *
 * @param isOutdated what is judged anew, where that is something else
 * @returns how many resources that were
 * @throws outside-failure where the ledger or the prices cannot be reached
 */
export async function judgeAnew(
  ports: { readonly ledger: Ledger; readonly prices: PriceBook },
  rules: Rules,
  now: number,
  isOutdated = ({ configuration }: ResourceRecord): boolean => configuration !== rules.configuration,
): Promise<number> {
  let judged = 0;
  for await (const record of present(ports.ledger)) {
    if (!isOutdated(record)) continue;
    const { resource } = record;
    judged += 1;
    const news = { learned: [], now };
    await commit(ports.ledger, {
      amend: new Map([[resource, (history) => recordTagging({ ...ports, rules }, history, news)]]),
    });
  }
  return judged;
}
