import { REASONS, type Reason } from "../../tags/reasons.ts";
import { visible } from "../../text/visible.ts";
import { layOut, type TextTable } from "../render/text/table.ts";
import type { AuditComparison } from "./comparison.ts";
import { figure, left, NARROWEST, right, shortened, split, VERDICT_ORDER, WIDTH } from "./tables.ts";

/**
 * Renders what another schema would change as plain text for a terminal of so many columns (default 100).
 *
 * @example renderComparisonText(comparison).split("\n")[0] // "Against the other schema: 12 would break, 3 would mend"
 */
export function renderComparisonText(
  comparison: AuditComparison,
  { width = WIDTH }: { readonly width?: number | undefined } = {},
): string {
  const room = Math.max(NARROWEST, width);
  const section = (title: string, table: TextTable | null) =>
    table === null ? [] : ["", title, ...layOut(table, room)];
  const { breaks, mends } = comparison;
  return [
    `Against the other schema: ${figure(breaks)} would break, ${figure(mends)} would mend`,
    ...section("Verdicts now (down) and by the other schema (across)", matrix(comparison)),
    ...section("Teams", teams(comparison)),
    ...section("Who makes what would break", principals(comparison)),
    ...section("What would be found there", reasons(comparison)),
    "",
  ].join("\n");
}

function matrix({ verdicts }: AuditComparison): TextTable | null {
  const sorted = verdicts.sorted();
  const across = VERDICT_ORDER.filter((after) => sorted.some(({ counts }) => counts.of(after) > 0));
  const rows = VERDICT_ORDER.flatMap((before) => {
    const counts = sorted.find(({ name }) => name === before)?.counts;
    return counts === undefined ? [] : [[before, ...across.map((after) => figure(counts.of(after)))]];
  });
  return rows.length === 0 ? null : { columns: [left("verdict"), ...across.map(right)], rows };
}

function teams({ teams: tally }: AuditComparison): TextTable | null {
  const rows = tally
    .sorted()
    .map(({ name, counts }) => [
      name === null ? "nobody's" : visible(name),
      figure(counts.of("breaks")),
      figure(counts.of("mends")),
    ]);
  return shortened([left("team"), right("would break"), right("would mend")], rows);
}

function principals({ principals: tally }: AuditComparison): TextTable | null {
  const rows = tally.sorted().map(({ name, count }) => [visible(name), figure(count)]);
  return shortened([left("principal"), right("resources")], rows);
}

function reasons({ reasons: tally }: AuditComparison): TextTable | null {
  const rows = tally.sorted().map(({ name, count }) => {
    const [reason = "", key = ""] = split(name);
    return [reason, visible(key), figure(count), REASONS[reason as Reason].says];
  });
  return shortened([left("reason"), left("key"), right("found"), left("")], rows);
}
