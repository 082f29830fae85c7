import { badInput } from "../errors.ts";
import { type NotePorts, note } from "./remediate/note.ts";
import type { Rules } from "./rules.ts";

/** Who says that a verdict is wrong, and why. */
export interface Dispute {
  /** The name of the resource in the ledger, which mostly is its ARN. */
  readonly resource: string;
  readonly by: string;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Notes that a person says that the verdict on a resource is wrong: it counts against its rule, and changes no verdict.
 *
 * @throws bad-input where the ledger knows no such resource, or does not find fault with it
 */
export async function dispute(
  ports: NotePorts,
  rules: Rules,
  { resource, by, reason, now }: Dispute,
): Promise<void> {
  const record = (await ports.ledger.history(resource)).incarnations.at(-1);
  if (record === undefined) throw badInput(`${resource}: the ledger knows no such resource`, { resource });
  if (record.state !== "violating" && record.state !== "repairable") {
    throw badInput(`${resource}: nothing is held against it, it is ${record.state}`, { resource });
  }
  await note(ports, rules, { resource, now }, [{ kind: "disputed", by, reason }]);
}
