import { badInput } from "../errors.ts";
import type { ResourceHistory } from "../ledger/resource.ts";
import type { Ledger } from "../ports.ts";
import { nearest } from "../text/nearest.ts";
import { everKnown } from "./readiness/ever-known.ts";

const AT_ONCE = 500;
/** Among more names a search for the nearest takes longer than anybody waits. */
const MOST_NAMES = 4_000;

/**
 * Finds what the ledger knows of a resource by its name, its ARN or its id.
 *
 * @throws bad-input where it knows none, naming the nearest one; or several of that id, naming them
 * @example (await findResource(ledger, "i-0123456789abcdef0")).resource // "arn:aws:ec2:…:instance/i-0123456789abcdef0"
 */
export async function findResource(ledger: Ledger, named: string): Promise<ResourceHistory> {
  const history = await ledger.history(named);
  if (history.incarnations.length > 0) return history;
  const found = new Set<string>();
  let near: string | undefined;
  let names = 0;
  for await (const records of everKnown(ledger, AT_ONCE)) {
    for (const { resource, arn, id } of records) if (arn === named || id === named) found.add(resource);
    if (found.size > 0 || names > MOST_NAMES) continue;
    const known = records.flatMap(({ resource, id }) => [resource, id]);
    names += known.length;
    near = nearest(named, near === undefined ? known : [near, ...known]);
  }
  const [only, ...others] = found;
  if (only === undefined) {
    const hint = near === undefined ? "" : `: did you mean "${near}"?`;
    throw badInput(`${named}: the ledger knows no such resource${hint}`, { resource: named });
  }
  if (others.length > 0) {
    const all = [only, ...others].sort();
    throw badInput(`${named}: there are several: ${all.join(", ")}`, { resource: named, found: all });
  }
  return ledger.history(only);
}
