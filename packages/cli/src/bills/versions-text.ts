import type { PeriodState } from "@tagledger/core/bills/period-state";
import type { BillVersion } from "@tagledger/core/bills/version";
import type { Amount } from "@tagledger/core/costs/money";
import { figure, left, right } from "@tagledger/core/reports/audit/tables";
import { layOut } from "@tagledger/core/reports/render/text/table";
import { monthWords } from "@tagledger/core/reports/render/wording/words";
import { visible } from "@tagledger/core/text/visible";
import { changeText, moneyText, totalOf } from "./amounts-text.ts";

/** How many characters of a version's id usually tell it apart. */
const SHORT_ID = 8;

/** All that is known of a period. */
export interface PeriodVersions {
  readonly state: PeriodState;
  /** Ordered by export and sequence. */
  readonly versions: readonly BillVersion[];
}

/**
 * Renders the versions of a period's bills for a terminal of so many columns: a table, and below it why some are not read.
 *
 * @example versionsText(period, { width: 100 }).split("\n")[0] // "September 2026, closed by ada on 2026-10-05: invoiced"
 */
export function versionsText(
  { state, versions }: PeriodVersions,
  { width }: { readonly width: number },
): string {
  const { closed, period } = state;
  const shut =
    closed === null
      ? ""
      : `, closed by ${visible(closed.by)} on ${new Date(closed.at).toISOString().slice(0, 10)}: ${visible(closed.reason)}`;
  const currencies = [...new Set(versions.flatMap(({ contents }) => contents?.currency ?? []))];
  const columns = [
    right("no."),
    right("id"),
    left("export"),
    right("delivered"),
    right("status"),
    right("lines"),
    right(["effective", ...currencies].join(" ")),
    right("difference"),
    right("days"),
  ];
  const rows = versions.map((version) => rowOf(version, before(versions, version)));
  const reasons = versions.filter(({ reason }) => reason !== null);
  return [
    `${monthWords(period)}${shut}`,
    ...layOut({ columns, rows }, width),
    ...reasons.map(
      ({ sequence, export: name, reason }) => `${sequence} of ${visible(name)}: ${visible(reason ?? "")}`,
    ),
    "",
  ].join("\n");
}

function rowOf(version: BillVersion, previous: BillVersion | undefined): string[] {
  const { sequence, id, export: name, deliveredAt, status, contents, days } = version;
  const total = effective(version);
  const old = previous === undefined ? null : effective(previous);
  const currency = contents?.currency ?? "";
  return [
    String(sequence),
    id.slice(0, SHORT_ID),
    visible(name),
    `${new Date(deliveredAt).toISOString().slice(0, 16)}Z`,
    status,
    contents === null ? "" : figure(contents.lines),
    total === null ? "" : moneyText(total, currency),
    total === null || old === null ? "" : changeText(total - old, currency),
    days === null ? "" : figure(days.written),
  ];
}

/** The version of the same export that was read before another. */
export function before(versions: readonly BillVersion[], version: BillVersion): BillVersion | undefined {
  return versions
    .filter(
      ({ export: name, sequence, contents, status }) =>
        name === version.export &&
        sequence < version.sequence &&
        contents !== null &&
        (status === "published" || status === "superseded"),
    )
    .at(-1);
}

function effective({ contents }: BillVersion): Amount | null {
  return contents === null ? null : totalOf(contents, "effective");
}
