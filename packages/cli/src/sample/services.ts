import type { Company } from "./company.ts";
import type { Line } from "./line.ts";
import type { Random } from "./random.ts";
import { adjustments } from "./services/adjustments.ts";
import { analytics } from "./services/analytics.ts";
import { buckets } from "./services/buckets.ts";
import { controlPlanes } from "./services/control-planes.ts";
import { databases } from "./services/databases.ts";
import { endpoints } from "./services/endpoints.ts";
import { gateways } from "./services/gateways.ts";
import { jobs } from "./services/jobs.ts";
import { models } from "./services/models.ts";
import { nodes } from "./services/nodes.ts";
import { notebooks } from "./services/notebooks.ts";
import { operations } from "./services/operations.ts";
import { pods } from "./services/pods.ts";
import { reserved } from "./services/reserved.ts";
import { security } from "./services/security.ts";
import { shop } from "./services/shop.ts";
import { tables } from "./services/tables.ts";
import { transfer } from "./services/transfer.ts";
import { volumes } from "./services/volumes.ts";

/** What one service, or one family of them, puts on the bill. */
export type ServiceLines = (company: Company, random: Random) => Iterable<Line>;

/** Everything that is billed for itself, in the order in which it stands on the bill. */
export const SERVICES = {
  nodes,
  volumes,
  gateways,
  controlPlanes,
  pods,
  jobs,
  endpoints,
  notebooks,
  models,
  buckets,
  tables,
  databases,
  reserved,
  analytics,
  operations,
  security,
  transfer,
  shop,
  adjustments,
} satisfies Record<string, ServiceLines>;
