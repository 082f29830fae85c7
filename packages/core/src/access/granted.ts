import type { Config } from "../config/definition.ts";
import type { Scope, Viewer } from "./viewer.ts";

/** Who may read, as the configuration says. */
export type Auth = NonNullable<Config["reports"]["auth"]>;

/**
 * What membership in groups grants: groups are teams, and those that the configuration names may more.
 *
 * @example granted(auth, ["finance"]).seesAll // true
 */
export function granted(
  auth: Auth | undefined,
  groups: readonly string[],
): Pick<Viewer, "teams" | "seesAll" | "scopes"> {
  // An empty name would stand for what is nobody's.
  const teams = [...new Set(groups)].filter((group) => group !== "").sort();
  const isIn = (named: readonly string[] = []) => named.some((group) => teams.includes(group));
  const scopes: Scope[] = teams.length === 0 ? [] : ["read"];
  if (isIn(auth?.mayUpload)) scopes.push("upload");
  // Whoever may look may ask, unless the configuration says who: somebody else decides.
  if (auth?.mayRequest === undefined ? teams.length > 0 : isIn(auth.mayRequest)) scopes.push("release");
  if (isIn(auth?.mayApprove)) scopes.push("approve");
  return { teams, seesAll: isIn(auth?.seeAll), scopes };
}
