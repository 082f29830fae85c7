import type { Config } from "../config/definition.ts";
import { principalMatcher } from "../config/reading/principal.ts";
import { granted } from "./granted.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Whom the configuration makes of a principal that signed a request: the teams whose `principals` it is of.
 *
 * @example viewerOfPrincipal(config, "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann").teams // ["fraud-detection"]
 */
export function viewerOfPrincipal(
  { teams, reports }: Pick<Config, "teams" | "reports">,
  arn: string,
): Viewer {
  const own = Object.entries(teams)
    .filter(([, { principals }]) => principals.length > 0 && principalMatcher(principals)(arn))
    .map(([team]) => team);
  return { name: arn, ...granted(reports.auth, own), via: "iam" };
}
