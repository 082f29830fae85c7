import * as z from "zod/mini";
import { about } from "./definition/about.ts";
import { assignment, budget, policies, pool, scope } from "./definition/costs.ts";
import { billSource, notify, reports, retention } from "./definition/delivery.ts";
import { enforcement } from "./definition/enforcement.ts";
import { dimensions, normalize, tagRule } from "./definition/tags.ts";
import { team } from "./definition/teams.ts";
import { usageSource } from "./definition/usage.ts";
import { name } from "./definition/values.ts";

const DEFAULT_DIMENSIONS = {
  team: ["ml-team"],
  project: ["ml-project"],
  workload: ["ml-workload-type"],
  environment: ["ml-environment"],
  experiment: ["ml-experiment-id"],
};

const DEFAULT_TAGS = {
  "ml-team": { required: true },
  "ml-project": { required: true, pattern: "[a-z0-9][a-z0-9-]{1,62}" },
  "ml-workload-type": { required: true, values: ["training", "inference", "data-processing", "notebook"] },
  "ml-environment": { required: true, values: ["dev", "staging", "prod"] },
  "ml-experiment-id": {
    required: { when: { "ml-workload-type": ["training"] } },
    pattern: "exp-[0-9a-z]{4,}",
  },
};

/** The whole of `tagledger.yaml`: the one definition that validation, defaults and the JSON Schema come from. */
export const definition = z.strictObject({
  version: about("The version of this format: 1", z.literal(1, "the number 1, the only version so far")),
  dimensions: about(
    "The tag keys that each dimension is read from",
    z.prefault(dimensions, DEFAULT_DIMENSIONS),
  ),
  tags: about("The rule of each tag key", z.prefault(z.record(name, tagRule), DEFAULT_TAGS)),
  normalize: about("How tag values are read and repaired", z.prefault(normalize, {})),
  teams: about(
    "The teams, together with the values of the team's key; where neither names any, every value is a team",
    z.prefault(z.record(name, team), {}),
  ),
  scope: about("What is explained; the rest of the bill is one excluded total", z.prefault(scope, {})),
  assign: about(
    "Virtual tags for charges that no tag describes; the first that matches wins",
    z._default(z.array(assignment), []),
  ),
  allocation: about(
    "How pools that use each other are settled",
    z._default(z.enum(["step-down", "direct", "reciprocal"]), "step-down"),
  ),
  policies: about("Where charges of these kinds go, whatever their tags", z._default(policies, {})),
  commitments: about(
    "Whether the luck of a Savings Plan stays with the team it fell on, or is pooled",
    z._default(z.enum(["as-applied", "pooled"]), "as-applied"),
  ),
  pools: about("Charges to be shared, and how", z._default(z.array(pool), [])),
  enforcement: about("What happens to resources that break the tag rules", z.prefault(enforcement, {})),
  budgets: about("Amounts for a month, with alerts", z._default(z.array(budget), [])),
  usage: about("Where samples for pools of method usage come from", z._default(z.array(usageSource), [])),
  bills: about("Where bills are delivered", z._default(z.array(billSource), [])),
  notify: about("The channels over which people are told", z.prefault(notify, {})),
  reports: about("How reports are shown, and who may read them", z.prefault(reports, {})),
  retention: about("How long data is kept", z.prefault(retention, {})),
});

/** The configuration after validation, with every default filled in. */
export type Config = z.infer<typeof definition>;
