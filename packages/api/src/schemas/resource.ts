import { DIMENSIONS } from "@tagledger/core/config/definition/match";
import { VERDICTS } from "@tagledger/core/ledger/verdicts";
import * as z from "zod/mini";
import { after, amount, described, instant, limit, period } from "./values.ts";

const text = z.nullable(z.string());
const LISTED = [...VERDICTS, "gone"] as const;

/** Which resources are asked for. */
export const filter = {
  team: z.optional(
    described(
      z.string().check(z.maxLength(256)),
      "Only this team's; all that you see where it is left out; empty for what is nobody's",
    ),
  ),
  verdict: z.optional(
    described(
      z.enum(LISTED, `expected one of ${LISTED.join(", ")}`),
      "What is gone is only listed where it is asked for",
    ),
  ),
  period: z.optional(described(period, "Created in this month")),
};

export const filterQuery = z.strictObject(filter);
export const listQuery = z.strictObject({ ...filter, limit, after });

const shape = {
  resource: z.string(),
  incarnation: z.string(),
  arn: text,
  id: z.string(),
  type: z.string(),
  account: text,
  region: text,
  created: instant,
  actor: z.nullable(z.strictObject({ type: z.string(), arn: text, display: text })),
  team: text,
  verdict: z.string(),
  findings: z.array(
    z.strictObject({
      key: z.string(),
      reason: z.string(),
      says: z.string(),
      actual: text,
      expected: z.string(),
    }),
  ),
  fix: text,
  exemption: z.nullable(z.looseObject({ reason: z.string(), owner: text })),
  remediation: z.optional(
    z.strictObject({ stage: z.string(), since: instant, remedy: text, deadline: z.nullable(instant) }),
  ),
};

/** A resource as lists show it. */
export const resource = z.strictObject(shape);

export const resourcePage = z.strictObject({ items: z.array(resource), next: text });

const counted = <Value extends z.ZodMiniType>(value: Value) =>
  z.array(z.strictObject({ value, count: z.int() }));

export const counts = z.strictObject({
  total: z.int(),
  verdicts: counted(z.string()),
  states: counted(z.string()),
  teams: counted(text),
  reasons: counted(z.string()),
  services: counted(z.string()),
});

const moment = z.looseObject({ at: instant, what: z.string() });

/** All that is known under the name of a resource. */
export const story = z.strictObject({
  resource: z.string(),
  incarnations: z.array(
    z.strictObject({
      ...shape,
      tags: z.array(z.strictObject({ key: z.string(), value: text, hidden: z.boolean(), since: instant })),
      evidence: z.array(z.looseObject({})),
      repairs: z.array(z.looseObject({ key: z.string(), value: z.string() })),
      moments: z.array(moment),
      deleted: z.nullable(instant),
    }),
  ),
});

const amounts = z.array(z.strictObject({ amount, currency: z.string() }));
const costing = { amounts, resources: z.int(), unpriced: z.int(), mayHaveEnded: z.int() };
const figures = {
  monthToDate: z.strictObject({ ...costing, unpricedHours: amount }),
  hourly: z.strictObject(costing),
};

export const LIVE_BY = [...DIMENSIONS, "type", "account", "region", "resource"] as const;

/** What resources cost now and came to in the month so far. */
export const live = z.strictObject({
  at: instant,
  month: z.string(),
  totals: z.strictObject(figures),
  rows: z.array(
    z.strictObject({
      ...Object.fromEntries(LIVE_BY.map((dimension) => [dimension, z.optional(text)])),
      ...figures,
    }),
  ),
});

/** What breaks the rules, the dearest first. */
export const violations = z.strictObject({
  at: instant,
  items: z.array(z.strictObject({ ...shape, monthToDate: amounts, hourly: amounts })),
  total: z.int(),
  next: text,
});
