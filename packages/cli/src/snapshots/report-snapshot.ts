import type { Dimension } from "@tagledger/core/config/definition/match";
import { badInput } from "@tagledger/core/errors";
import { focusSnapshot } from "@tagledger/core/flows/focus-snapshot";
import { narrow } from "@tagledger/core/reports/narrow";
import { renderFocus } from "@tagledger/core/reports/render/focus";
import type { Report } from "@tagledger/core/reports/report";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { type Format, render } from "../formats.ts";
import { note } from "../output.ts";
import { readWhere } from "../values.ts";
import { withDivision } from "./source.ts";

/** Which snapshot is shown, and how. */
export interface SnapshotReport {
  readonly snapshot: string;
  readonly ledger: string | undefined;
  readonly cells: string | undefined;
  readonly groupBy: readonly Dimension[];
  readonly where: readonly string[];
  readonly format: Format;
}

/**
 * Shows the report that a snapshot holds, as a report of its bill is shown.
 *
 * @throws bad-input where there is no such snapshot, or it does not tell what is to be kept of it
 */
export function reportSnapshot({ snapshot, ledger, cells, ...asked }: SnapshotReport): Promise<string> {
  const places = { ...(ledger !== undefined && { ledger }), ...(cells !== undefined && { cells }) };
  return withDivision({ snapshot, basis: "effective", ...places }, async ({ snapshot: found, open }) => {
    const report = narrowed(found, asked);
    if (asked.format !== "focus") return render(asked.format, report);
    const text = renderFocus(await focusSnapshot({ ...found, report }, open));
    note(`note: a snapshot holds one basis: its ${found.basis} cost stands in for the others`);
    return text;
  });
}

function narrowed(
  { report, config }: Snapshot,
  { groupBy, where }: Pick<SnapshotReport, "groupBy" | "where">,
): Report {
  const { team, ...others } = readWhere(where, config);
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw badInput(`--where ${other}=…: of a snapshot teams can be kept, as with --where team=NAME`);
  return narrow(report, { groupBy, teams: team });
}
