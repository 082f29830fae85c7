import { checkAliases } from "./checks/aliases.ts";
import { checkBudgets } from "./checks/budgets.ts";
import { checkConditions } from "./checks/conditions.ts";
import { checkDates } from "./checks/dates.ts";
import { checkDimensions } from "./checks/dimensions.ts";
import { checkEmpties } from "./checks/empties.ts";
import { checkEnvironments } from "./checks/environments.ts";
import { checkLoops } from "./checks/loops.ts";
import { checkMethods } from "./checks/methods.ts";
import { checkPatterns } from "./checks/patterns.ts";
import { checkPools } from "./checks/pools.ts";
import { checkShares } from "./checks/shares.ts";
import { checkTeamAliases } from "./checks/team-aliases.ts";
import { checkTeamNames } from "./checks/team-names.ts";
import { checkTeams } from "./checks/teams.ts";
import { checkTimeZone } from "./checks/time-zone.ts";
import { checkUsage } from "./checks/usage.ts";
import { checkValues } from "./checks/values.ts";
import type { Config } from "./definition.ts";
import type { Flaw } from "./problem.ts";

/** One question to a configuration whose keys and values have their form: what about it does not hold together. */
export type Check = (config: Config) => readonly Flaw[];

/** Every question asked of a configuration. */
export const CHECKS: readonly Check[] = [
  checkBudgets,
  checkDimensions,
  checkPatterns,
  checkConditions,
  checkAliases,
  checkTeamNames,
  checkTeamAliases,
  checkTeams,
  checkValues,
  checkDates,
  checkPools,
  checkUsage,
  checkMethods,
  checkShares,
  checkEmpties,
  checkLoops,
  checkEnvironments,
  checkTimeZone,
];
