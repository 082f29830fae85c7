import type { Report } from "../../report.ts";
import { figure } from "../wording/figure.ts";
import { percent } from "../wording/percent.ts";
import { layOut } from "./table.ts";

/** Says where the bill went: directly to teams, through pools, to nobody, or out of scope. */
export function funnelLines({ totals, currency }: Report, width: number): string[] {
  const parts = [
    ["direct", totals.direct],
    ["shared", totals.shared],
    ["unallocated", totals.unallocated],
    ["excluded", totals.excluded],
  ] as const;
  return layOut(
    {
      columns: [
        { title: "from bill to teams", align: "left" },
        { title: currency, align: "right" },
        { title: "share", align: "right" },
      ],
      rows: parts.map(([name, amount]) => [name, figure(amount, currency), percent(amount, totals.bill)]),
      total: ["bill", figure(totals.bill, currency), percent(totals.bill, totals.bill)],
    },
    width,
  );
}
