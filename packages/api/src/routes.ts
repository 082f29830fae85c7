import { openApiRoute } from "./openapi.ts";
import type { Route } from "./route.ts";
import { cellsRoute } from "./routes/cells.ts";
import { coverageRoute } from "./routes/coverage.ts";
import { daysRoute } from "./routes/days.ts";
import { decisionRoute } from "./routes/decision.ts";
import { experimentsRoute } from "./routes/experiments.ts";
import { explainRoute } from "./routes/explain.ts";
import { inputsRoute } from "./routes/inputs.ts";
import { liveRoute } from "./routes/live.ts";
import { monthRoute, monthsRoute } from "./routes/months.ts";
import { poolsRoute } from "./routes/pools.ts";
import { reportRoute } from "./routes/report.ts";
import { askRoute, requestsRoute } from "./routes/requests.ts";
import { resourceRoute } from "./routes/resource.ts";
import { countsRoute, resourcesRoute } from "./routes/resources.ts";
import { runsRoute } from "./routes/runs.ts";
import { sessionRoute } from "./routes/session.ts";
import { signInRoute } from "./routes/sign-in.ts";
import { snapshotRoute } from "./routes/snapshot.ts";
import { unallocatedRoute } from "./routes/unallocated.ts";
import { uploadsRoute, usageRoute, withdrawalRoute } from "./routes/usage.ts";
import { violationsRoute } from "./routes/violations.ts";

/** Everything that can be asked of the API. */
export const ROUTES: readonly Route[] = [
  openApiRoute(() => ROUTES),
  sessionRoute,
  signInRoute,
  monthsRoute,
  monthRoute,
  reportRoute,
  cellsRoute,
  daysRoute,
  poolsRoute,
  unallocatedRoute,
  coverageRoute,
  experimentsRoute,
  runsRoute,
  explainRoute,
  snapshotRoute,
  resourcesRoute,
  countsRoute,
  resourceRoute,
  violationsRoute,
  liveRoute,
  inputsRoute,
  usageRoute,
  uploadsRoute,
  withdrawalRoute,
  requestsRoute,
  askRoute,
  decisionRoute,
];
