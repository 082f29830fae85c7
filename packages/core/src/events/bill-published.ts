import * as z from "zod/mini";
import type { BillVersion, DaysWritten, VersionContents } from "../bills/version.ts";
import { about } from "../config/definition/about.ts";
import { BASES } from "../costs/charge.ts";
import { formatAmount, parseAmount, sum } from "../costs/money.ts";
import type { EventType, MadeEvent } from "./event-type.ts";
import { EXAMPLE } from "./example.ts";
import { instant, isoInstant } from "./values.ts";

const NAME = "BillPublished";
const VERSION = "1";

/** A version of a bill that is read from now on. */
export type PublishedVersion = BillVersion & {
  readonly contents: VersionContents;
  readonly days: DaysWritten;
};

/**
 * That a version of a bill is the one that is read for its export and period.
 *
 * @param previous the id of the version that was read before; null where there was none
 */
export function billPublished(version: PublishedVersion, previous: string | null): MadeEvent {
  const { contents, days, at, sequence, configuration, period } = version;
  const id = [NAME, version.export, period, version.id, sequence].join(" ");
  const totals = Object.fromEntries(
    BASES.filter((basis) => contents.bases.includes(basis)).map((basis) => {
      return [basis, formatAmount(sum(contents.totals.map(({ amounts }) => amounts[basis] ?? 0n)))];
    }),
  );
  const { written, removed, unchanged } = days;
  const detail = {
    version: VERSION,
    id,
    export: version.export,
    period,
    bill: version.id,
    previous,
    sequence,
    currency: contents.currency,
    lines: contents.lines,
    totals,
    days: { written, removed, unchanged },
    cells: contents.cells,
    configuration,
    at: isoInstant(at),
  };
  return { id, type: NAME, at, detail };
}

const count = z.int().check(z.gte(0));
const decimal = z.string();

/** Its place among the events. */
export const billPublishedType: EventType = {
  name: NAME,
  when: "A version of a bill was read whole and is the one that counts for its export and period, the first or after a restatement; or the same version counts anew under another configuration.",
  detail: z.object({
    version: about(
      "The version of this form; what is added to it does not change the version",
      z.literal("1"),
    ),
    id: about("The same whenever this event is delivered again", z.string()),
    export: about("The name of the export", z.string()),
    period: about("The billing month, as 2026-09", z.string()),
    bill: about("The id of the version of the bill that counts now", z.string()),
    previous: about(
      "The id of the version that counted before; null where there was none",
      z.nullable(z.string()),
    ),
    sequence: about(
      "Counts what was taken in of this export and period: a later one has a higher number",
      count,
    ),
    currency: about("ISO 4217", z.string()),
    lines: about("How many lines it has", count),
    totals: about(
      "What it comes to on each basis that it holds, as exact decimals: read them as text, not as numbers",
      z.partialRecord(z.enum(BASES), decimal),
    ),
    days: about(
      "How many days of teams, pools and the rest differ from before, are gone, or are as they were",
      z.object({ written: count, removed: count, unchanged: count }),
    ),
    cells: about(
      "Where its grouped charges are kept, as Parquet; null where nowhere",
      z.nullable(z.string()),
    ),
    configuration: about("The hash of the configuration whose rules were applied", z.string()),
    at: about("When that was, in UTC", instant),
  }),
  example: billPublished(exampleVersion(), "1c0b7e52f6d94a3b8e21"),
};

function exampleVersion(): PublishedVersion {
  const usage = { effective: parseAmount("18250.4071"), billed: parseAmount("17011.35") };
  return {
    id: "8d41f20a93b7c65e0f12",
    export: "ml-showback",
    period: "2026-08",
    execution: "2026-09-01T11:52:09.411Z-5b1f0c52",
    source: "s3://billing/exports/ml-showback/metadata/BILLING_PERIOD=2026-08/ml-showback-Manifest.json",
    deliveredAt: EXAMPLE.at,
    sequence: 41,
    status: "published",
    at: EXAMPLE.at,
    reason: null,
    configuration: EXAMPLE.configuration,
    contents: {
      format: "cur2",
      lines: 1_204_331,
      currency: "USD",
      bases: ["effective", "billed"],
      payers: ["111122223333"],
      totals: [{ type: "Usage", lines: 1_204_331, amounts: usage }],
      cells: "s3://tagledger-bills/cells/ml-showback/2026-08/8d41f20a93b7c65e0f12/",
      needs: { facts: [], tagKeys: [], instants: [], follows: [] },
      tagNames: ["user_ml_team"],
      findings: [],
      repairs: [],
    },
    days: { written: 12, removed: 1, unchanged: 611 },
  };
}
