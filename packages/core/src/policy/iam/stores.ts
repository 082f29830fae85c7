import { apiGrants } from "./api-stores.ts";
import { type BillStores, billGrants, billReads } from "./bill-stores.ts";
import type { Grant } from "./grant.ts";

/** All functions that a deployment has. */
export const OWN_FUNCTIONS = [
  "allocate",
  "api",
  "monthly-email",
  "on-bill-delivered",
  "on-due",
  "on-resource-event",
  "sweep",
] as const;

/** What one of our functions is called. */
export type OwnFunction = (typeof OWN_FUNCTIONS)[number];

/** What a deployment makes, by ARN. */
export interface Stores {
  readonly table: string;
  readonly bus: string;
  readonly config: { readonly bucket: string; readonly key: string };
  /** That events, or messages of bills, wait in. */
  readonly queue?: string;
  /** For what takes in bills, and what divides them. */
  readonly bills?: BillStores;
  /** That the function's log goes to; where it is left out, somebody else grants it. */
  readonly logs?: string;
}

/** The list of the prices of all regions is in few of them. */
const PRICES = "us-east-1";
const PRICE_LIST: Grant = {
  what: "Prices",
  calls: ["pricing:GetProducts"],
  resources: ["*"],
  when: { StringEquals: { "aws:RequestedRegion": [PRICES] } },
};

/** What asks for no price: it is told what things cost, or what they did. */
const WITHOUT_PRICES: readonly OwnFunction[] = ["allocate", "monthly-email", "on-bill-delivered"];

/** What writes of bills, or what was made of them, only as long as what is read of them is as it was seen. */
const CHECKING: readonly OwnFunction[] = ["allocate", "on-bill-delivered"];

/** Reads and writes what is the function's own. */
export function storeGrants(
  name: OwnFunction,
  { table, bus, config, queue, bills, logs }: Stores,
): readonly Grant[] {
  const grants: Grant[] = [
    ...(name === "api" ? apiGrants(table) : [ledgerGrant(name, table)]),
    { what: "Configuration", calls: ["s3:GetObject"], resources: [`${config.bucket}/${config.key}`] },
    // Without it, what is not there looks like what may not be read.
    { what: "Missing", calls: ["s3:ListBucket"], resources: [config.bucket] },
    { what: "Traces", calls: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], resources: ["*"] },
  ];
  if (logs !== undefined) grants.push(logGrant(logs));
  if (!WITHOUT_PRICES.includes(name)) grants.push(PRICE_LIST);
  if (name === "on-due") grants.push({ what: "Events", calls: ["events:PutEvents"], resources: [bus] });
  const takesMessages = !["api", "on-due", "sweep"].includes(name);
  if (takesMessages && queue !== undefined) grants.push(queueGrant(queue));
  if (name === "on-bill-delivered" && bills !== undefined) grants.push(...billGrants(bills));
  if (name === "allocate" && bills !== undefined) grants.push(...billReads(bills));
  return grants;
}

function ledgerGrant(name: OwnFunction, table: string): Grant {
  const checks = CHECKING.includes(name) ? ["dynamodb:ConditionCheckItem"] : [];
  return {
    what: "Ledger",
    calls: [...checks, "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
    resources: [table, `${table}/index/*`],
  };
}

function logGrant(group: string): Grant {
  const bare = group.replace(/:\*$/, "");
  return { what: "Log", calls: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [`${bare}:*`] };
}

function queueGrant(queue: string): Grant {
  return {
    what: "Queue",
    calls: [
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage",
    ],
    resources: [queue],
  };
}
