import { establishedSums } from "../../established.ts";
import type { Report } from "../../report.ts";
import { figure } from "../wording/figure.ts";
import { percent } from "../wording/percent.ts";
import { establishedWords } from "../wording/words.ts";
import { layOut } from "./table.ts";

/** Direct cost by how its team was established. */
export function establishedLines({ established, totals, currency }: Report, width: number): string[] {
  return layOut(
    {
      columns: [
        { title: "team known by", align: "left" },
        { title: currency, align: "right" },
        { title: "share", align: "right" },
      ],
      rows: establishedSums(established).map(({ by, amount }) => [
        establishedWords(by),
        figure(amount, currency),
        percent(amount, totals.direct),
      ]),
      total: ["direct", figure(totals.direct, currency), percent(totals.direct, totals.direct)],
    },
    width,
  );
}
