import { left } from "@tagledger/core/reports/audit/tables";
import { layOut } from "@tagledger/core/reports/render/text/table";
import { monthWords, SHORT_SNAPSHOT } from "@tagledger/core/reports/render/wording/words";
import type { SnapshotEntry, SnapshotState } from "@tagledger/core/snapshots/state";
import { visible } from "@tagledger/core/text/visible";

const SHORT_VERSION = 8;
const SHORT_DIGEST = 8;

/**
 * Renders the snapshots of a month on a basis for a terminal of so many columns, the oldest first.
 *
 * @example snapshotsText(state, { width: 100 }).split("\n")[0] // "September 2026, effective"
 */
export function snapshotsText(
  { period, basis, snapshots }: SnapshotState,
  { width }: { readonly width: number },
): string {
  const columns = ["snapshot", "digest", "made", "status", "configuration", "bills"].map(left);
  const rows = snapshots.map((entry, index) => rowOf(entry, index === snapshots.length - 1));
  return [`${monthWords(period)}, ${basis}`, ...layOut({ columns, rows }, width), ""].join("\n");
}

function rowOf({ id, digest, at, configuration, bills }: SnapshotEntry, isRead: boolean): string[] {
  const versions = bills.map(
    ({ export: name, version }) => `${visible(name)} ${version.slice(0, SHORT_VERSION)}`,
  );
  return [
    id.slice(0, SHORT_SNAPSHOT),
    digest.slice(0, SHORT_DIGEST),
    `${new Date(at).toISOString().slice(0, 16)}Z`,
    isRead ? "read" : "superseded",
    configuration.slice(0, SHORT_VERSION),
    versions.join(", "),
  ];
}
