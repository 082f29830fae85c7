import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { emrServerless } from "@tagledger/adapters/aws/remedies/emr-serverless";
import { cluster } from "@tagledger/adapters/aws/remedies/rds/cluster";
import { instance } from "@tagledger/adapters/aws/remedies/rds/instance";
import { cluster as warehouse } from "@tagledger/adapters/aws/remedies/redshift/cluster";
import type { TypeRemedies } from "@tagledger/adapters/aws/remedies/remedy";
import { endpoint } from "@tagledger/adapters/aws/remedies/sagemaker/endpoint";
import { notebook } from "@tagledger/adapters/aws/remedies/sagemaker/notebook";
import type { Fields } from "@tagledger/core/remediation/fields";
import {
  makeApplication,
  makeDatabase,
  makeDatabases,
  makeEndpoint,
  makeNotebook,
  makeWarehouse,
  runJob,
} from "./quarantinable.ts";

/** A remedy of a type, and what it is to change. */
export interface QuarantineCase {
  readonly type: string;
  readonly of: TypeRemedies;
  readonly remedy: string;
  make(clients: Clients, name: string): Promise<string>;
  readonly before: Fields;
  readonly ours: Fields;
  /** In its service's words, before and while it is quarantined. */
  readonly states: readonly [string, string];
  /** What its service says when it is not there. */
  readonly gone: string;
}

const STOPS = { before: { running: true }, ours: { running: false } };
/** Those that moto knows all calls of. */
export const quarantineCases: readonly QuarantineCase[] = [
  {
    type: "rds:db",
    of: instance,
    remedy: "rds:stop",
    make: makeDatabase,
    ...STOPS,
    states: ["available", "stopped"],
    gone: "DBInstanceNotFoundFault",
  },
  {
    type: "rds:cluster",
    of: cluster,
    remedy: "rds:stop-cluster",
    make: makeDatabases,
    ...STOPS,
    states: ["available", "stopped"],
    gone: "DBClusterNotFoundFault",
  },
  {
    type: "redshift:cluster",
    of: warehouse,
    remedy: "redshift:pause",
    make: makeWarehouse,
    ...STOPS,
    states: ["available", "paused"],
    gone: "ClusterNotFoundFault",
  },
  {
    type: "emr-serverless:application",
    of: emrServerless,
    remedy: "emr-serverless:stop-application",
    async make(clients, name) {
      const arn = await makeApplication(clients, name);
      await runJob(clients, arn);
      return arn;
    },
    ...STOPS,
    states: ["STARTED", "STOPPED"],
    gone: "ResourceNotFoundException",
  },
  {
    type: "sagemaker:notebook-instance",
    of: notebook,
    remedy: "sagemaker:stop-notebook",
    make: makeNotebook,
    ...STOPS,
    states: ["InService", "Stopped"],
    gone: "ValidationException",
  },
  {
    type: "sagemaker:endpoint",
    of: endpoint,
    remedy: "sagemaker:scale-endpoint",
    make: makeEndpoint,
    before: { a: 1, b: 2 },
    ours: { a: 0, b: 0 },
    states: ["InService", "InService"],
    gone: "ValidationException",
  },
];
