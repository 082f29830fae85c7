import { createBuckets } from "./company/buckets.ts";
import { createCallers } from "./company/callers.ts";
import { createClusters } from "./company/clusters.ts";
import { createEndpoints } from "./company/endpoints.ts";
import { createGateways } from "./company/gateways.ts";
import { createInstances } from "./company/instances.ts";
import { createJobs } from "./company/jobs.ts";
import { createManaged } from "./company/managed.ts";
import { createNotebooks } from "./company/notebooks.ts";
import type { Resource } from "./company/resource.ts";
import { createTables } from "./company/tables.ts";
import type { Random } from "./random.ts";

/** The company of one month: everything it has, and who calls what. */
export type Company = ReturnType<typeof createCompany>;

/** Invents the company's resources. */
export function createCompany(random: Random) {
  const { clusters, nodes } = createClusters(random.fork("clusters"));
  return {
    clusters,
    nodes: [...nodes, ...createInstances(random.fork("instances"))],
    jobs: createJobs(random.fork("jobs")),
    endpoints: createEndpoints(random.fork("endpoints")),
    notebooks: createNotebooks(random.fork("notebooks")),
    buckets: createBuckets(random.fork("buckets")),
    tables: createTables(random.fork("tables")),
    gateways: createGateways(random.fork("gateways")),
    managed: createManaged(),
    callers: createCallers(random.fork("callers")),
  };
}

/** Every resource of the company, whatever it is. */
export function resources(company: Company): Resource[] {
  const { nodes, managed, callers: _, ...rest } = company;
  const disks = nodes.map((node) => node.disk);
  return [...nodes, ...disks, ...Object.values(rest).flat(), ...Object.values(managed)];
}
