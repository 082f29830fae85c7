import * as z from "zod/mini";
import { about } from "../config/definition/about.ts";
import { BASES } from "../costs/charge.ts";
import { formatAmount, parseAmount } from "../costs/money.ts";
import { formatRational, ONE } from "../costs/rational.ts";
import type { TeamDifference } from "../snapshots/difference.ts";
import { lesser } from "../snapshots/lesser.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import type { EventType, MadeEvent } from "./event-type.ts";
import { EXAMPLE } from "./example.ts";
import { instant, isoInstant } from "./values.ts";

const NAME = "SnapshotPublished";
const VERSION = "1";

/** What of a snapshot the event tells. */
export type PublishedSnapshot = Pick<
  Snapshot,
  | "id"
  | "period"
  | "currency"
  | "basis"
  | "at"
  | "bills"
  | "configuration"
  | "previous"
  | "difference"
  | "digest"
> & {
  readonly pools: readonly Pick<Snapshot["pools"][number], "confidence">[];
  readonly report: Pick<Snapshot["report"], "totals">;
};

/**
 * That a snapshot is the one that is read for its period and basis.
 *
 * @param revision of what is read of the period, from this snapshot on
 */
export function snapshotPublished(snapshot: PublishedSnapshot, revision: number): MadeEvent {
  const { period, basis, at, difference, report, pools } = snapshot;
  const id = [NAME, period, basis, snapshot.id, revision].join(" ");
  const { bill, direct, shared, unallocated, excluded } = report.totals;
  const totals = { bill, direct, shared, unallocated, excluded };
  const detail = {
    version: VERSION,
    id,
    period,
    basis,
    currency: snapshot.currency,
    snapshot: snapshot.id,
    digest: snapshot.digest,
    previous: snapshot.previous,
    sequence: revision,
    bills: snapshot.bills.map(({ export: name, version, sequence }) => ({ export: name, version, sequence })),
    totals: Object.fromEntries(Object.entries(totals).map(([key, amount]) => [key, formatAmount(amount)])),
    configuration: snapshot.configuration,
    teamsChanged: difference === null ? null : difference.teams.filter(isChangedTeam).length,
    confidence: formatRational(pools.map(({ confidence }) => confidence).reduce(lesser, ONE)),
    at: isoInstant(at),
  };
  return { id, type: NAME, at, detail };
}

function isChangedTeam({ team, before, after }: TeamDifference): boolean {
  return team !== null && before !== after;
}

const count = z.int().check(z.gte(0));
const decimal = z.string();

/** Its place among the events. */
export const snapshotPublishedType: EventType = {
  name: NAME,
  when: "A month was divided among teams, for the first time or anew after a bill, usage or the configuration changed; what came of it counts from now on.",
  detail: z.object({
    version: about(
      "The version of this form; what is added to it does not change the version",
      z.literal("1"),
    ),
    id: about("The same whenever this event is delivered again", z.string()),
    period: about("The billing month, as 2026-09", z.string()),
    basis: about("How charges are valued", z.enum(BASES)),
    currency: about("ISO 4217", z.string()),
    snapshot: about("The id of the snapshot: the hash that all figures follow from", z.string()),
    digest: about("The hash of the whole snapshot, which proves it unchanged", z.string()),
    previous: about(
      "The id of the snapshot that counted before; null where there was none",
      z.nullable(z.string()),
    ),
    sequence: about(
      "Counts what was published of this period and basis: a later one has a higher number",
      count,
    ),
    bills: about(
      "The versions of bills that were divided",
      z.array(z.object({ export: z.string(), version: z.string(), sequence: count })),
    ),
    totals: about(
      "What it comes to, as exact decimals: read them as text, not as numbers",
      z.object({
        bill: decimal,
        direct: decimal,
        shared: decimal,
        unallocated: decimal,
        excluded: decimal,
      }),
    ),
    configuration: about("The hash of the configuration whose rules were applied", z.string()),
    teamsChanged: about(
      "How many teams come to another amount than in the snapshot before; null where there was none",
      z.nullable(count),
    ),
    confidence: about(
      "How far the least measured pool rests on measurements of the month, a fraction from 0/1 to 1/1",
      z.string(),
    ),
    at: about("When that was, in UTC", instant),
  }),
  example: snapshotPublished(exampleSnapshot(), 7),
};

function exampleSnapshot(): PublishedSnapshot {
  return {
    id: "5f0c6a1de2b7493c8a40d9e7f1b2c3d4e5f60718293a4b5c6d7e8f9012345678",
    period: "2026-08",
    currency: "USD",
    basis: "effective",
    at: EXAMPLE.at,
    bills: [
      {
        export: "ml-showback",
        version: "8d41f20a93b7c65e0f12",
        sequence: 41,
        deliveredAt: EXAMPLE.at,
      },
    ],
    configuration: EXAMPLE.configuration,
    report: {
      totals: {
        bill: parseAmount("18250.4071"),
        direct: parseAmount("12008.15"),
        shared: parseAmount("6030.2"),
        unallocated: parseAmount("212.0571"),
        excluded: 0n,
      },
    },
    pools: [{ confidence: { n: 743n, d: 744n } }, { confidence: ONE }],
    previous: "0a9b8c7d6e5f40312233445566778899aabbccddeeff00112233445566778899",
    difference: {
      since: "0a9b8c7d6e5f40312233445566778899aabbccddeeff00112233445566778899",
      teams: [{ team: "fraud-detection", before: 0n, after: 1n, causes: null }],
    },
    digest: "7c1e0d9f8a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d",
  };
}
