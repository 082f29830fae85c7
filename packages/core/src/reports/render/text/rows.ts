import { type Amount, sum } from "../../../costs/money.ts";
import { visible } from "../../../text/visible.ts";
import type { Report } from "../../report.ts";
import { figure } from "../wording/figure.ts";
import { layOut } from "./table.ts";

/** The groups asked for with what each comes to. */
export function rowLines({ rows, groupBy, currency }: Report, width: number): string[] {
  const figures = (direct: Amount, shared: Amount, total: Amount) =>
    [direct, shared, total].map((amount) => figure(amount, currency));
  const all = (of: "direct" | "shared" | "total") => sum(rows.map((row) => row[of]));
  return layOut(
    {
      columns: [
        ...groupBy.map((title) => ({ title, align: "left" as const })),
        ...["direct", "shared", "total"].map((title) => ({ title, align: "right" as const })),
      ],
      rows: rows.map(({ group, direct, shared, total }) => [
        ...groupBy.map((_, index) => nameOf(group[index] ?? null)),
        ...figures(direct, shared, total),
      ]),
      total: [
        ...groupBy.map((_, index) => (index === 0 ? "total" : "")),
        ...figures(all("direct"), all("shared"), all("total")),
      ],
    },
    width,
  );
}

function nameOf(value: string | null): string {
  return value === null ? "(none)" : visible(value) || '""';
}
