import type { ResourceHistory, ResourceRecord } from "../ledger/resource.ts";
import type { Ledger } from "../ports.ts";
import { type Unwanted, unwantedQuarantine } from "../remediation/unwanted.ts";
import { inParallel } from "./in-parallel.ts";
import { present } from "./judge-anew.ts";
import { presentOf } from "./remediate/present.ts";
import type { Rules } from "./rules.ts";

/** Everything that stands quarantined, or may, as it was written last. */
export async function standingQuarantines(ledger: Ledger): Promise<ResourceHistory[]> {
  const names = new Set<string>();
  for await (const record of present(ledger)) if (isQuarantined(record)) names.add(record.resource);
  // Lists may be a moment behind; what is read by name is not.
  const histories = await inParallel([...names], (name) => ledger.history(name));
  return histories.filter(standsQuarantined);
}

/** Whether what is there under a name stands quarantined, or may. */
export function standsQuarantined({ incarnations }: ResourceHistory): boolean {
  const last = incarnations.at(-1);
  return last !== undefined && last.state !== "gone" && isQuarantined(last);
}

/** A resource that stands quarantined though no rule wants that. */
export interface UnwantedQuarantine extends Pick<Unwanted, "until"> {
  /** Its ARN, else its name in the ledger. */
  readonly resource: string;
  /** As in `ec2:stop`. */
  readonly remedy: string;
}

/**
 * What stands quarantined though no rule of these wants that, ordered by name: it stays so until its tags are right, or
 * a person asks to give it back.
 *
 * @param now epoch milliseconds
 */
export async function unwantedQuarantines(
  ledger: Ledger,
  rules: Rules,
  now: number,
): Promise<UnwantedQuarantine[]> {
  const all = (await standingQuarantines(ledger)).flatMap((history) => {
    const unwanted = unwantedIn(rules, history, now);
    const record = history.incarnations.at(-1);
    if (unwanted === null || record === undefined) return [];
    const { quarantine, until } = unwanted;
    return [{ resource: record.arn ?? record.resource, remedy: quarantine.remedy, until }];
  });
  return all.sort((a, b) => (a.resource < b.resource ? -1 : 1));
}

/** The quarantine under a name that no rule of these wants; null where there is none. */
export function unwantedIn(rules: Rules, history: ResourceHistory, now: number): Unwanted | null {
  const there = presentOf(rules, history, now);
  if (there === null) return null;
  const { standing, plan, remediation } = there;
  const observesOnly = rules.acting?.observesOnly ?? true;
  return unwantedQuarantine({ state: standing.state, plan, remediation, observesOnly });
}

function isQuarantined({ remediation }: ResourceRecord): boolean {
  return remediation?.stage === "quarantined" || remediation?.stage === "quarantining";
}
