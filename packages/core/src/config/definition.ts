import * as z from "zod/mini";
import { assignment, budget, policies, pool, scope } from "./definition/costs.ts";
import { billSource, notify, reports, retention, usageSource } from "./definition/delivery.ts";
import { enforcement } from "./definition/enforcement.ts";
import { dimensions, normalize, tagRule } from "./definition/tags.ts";
import { team } from "./definition/teams.ts";
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
  version: z.literal(1),
  dimensions: z.prefault(dimensions, DEFAULT_DIMENSIONS),
  tags: z.prefault(z.record(name, tagRule), DEFAULT_TAGS),
  normalize: z.prefault(normalize, {}),
  teams: z.prefault(z.record(name, team), {}),
  scope: z.prefault(scope, {}),
  assign: z._default(z.array(assignment), []),
  allocation: z._default(z.enum(["step-down", "direct", "reciprocal"]), "step-down"),
  policies: z._default(policies, {}),
  commitments: z._default(z.enum(["as-applied", "pooled"]), "as-applied"),
  pools: z._default(z.array(pool), []),
  enforcement: z.prefault(enforcement, {}),
  budgets: z._default(z.array(budget), []),
  usage: z._default(z.array(usageSource), []),
  bills: z._default(z.array(billSource), []),
  notify: z.prefault(notify, {}),
  reports: z.prefault(reports, {}),
  retention: z.prefault(retention, {}),
});

/** The configuration after validation, with every default filled in. */
export type Config = z.infer<typeof definition>;
