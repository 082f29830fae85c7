import type { BillVersion } from "../bills/version.ts";
import { badInput } from "../errors.ts";

/**
 * Finds a version of a period's bill by its id, by its sequence number, or by what its id begins with.
 *
 * @param versions all of the period
 * @throws bad-input where there is none, naming those there are; or several, naming them
 * @example findVersion(versions, "2026-09", "8d41").sequence // 2
 */
export function findVersion(versions: readonly BillVersion[], period: string, named: string): BillVersion {
  const [only, ...others] = matching(versions, named);
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    const list = listed([only, ...others]);
    throw badInput(`${named}: there are several such versions of ${period}, say which by its id: ${list}`, {
      version: named,
    });
  }
  const there = versions.length === 0 ? "there are none" : `there are ${listed(versions)}`;
  throw badInput(`${named}: there is no such version of ${period}; ${there}`, { version: named, period });
}

function matching(versions: readonly BillVersion[], named: string): readonly BillVersion[] {
  const ways: ((version: BillVersion) => boolean)[] = [
    ({ id }) => id === named,
    ({ sequence }) => String(sequence) === named,
    ({ id }) => named !== "" && id.startsWith(named),
  ];
  for (const isNamed of ways) {
    const found = versions.filter(isNamed);
    if (found.length > 0) return found;
  }
  return [];
}

function listed(versions: readonly BillVersion[]): string {
  return versions
    .map(({ id, sequence, export: name, status }) => `${sequence} (${id}) of ${name}, ${status}`)
    .join("; ");
}
