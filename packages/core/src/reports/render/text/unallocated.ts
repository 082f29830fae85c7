import type { Report } from "../../report.ts";
import { figure } from "../wording/figure.ts";
import { visible } from "../wording/visible.ts";
import { reasonWords } from "../wording/words.ts";
import { layOut } from "./table.ts";

/** Money that is nobody's, by reason and value. */
export function unallocatedLines({ unallocated, totals, currency }: Report, width: number): string[] {
  return layOut(
    {
      columns: [
        { title: "reason", align: "left" },
        { title: "value", align: "left" },
        { title: currency, align: "right" },
        { title: "", align: "left" },
      ],
      rows: unallocated.map(({ reason, value, amount }) => [
        visible(reason),
        value === null ? "" : visible(value),
        figure(amount, currency),
        reasonWords(reason),
      ]),
      total: ["total", "", figure(totals.unallocated, currency), ""],
    },
    width,
  );
}
