import { visible } from "../../../text/visible.ts";
import type { Report } from "../../report.ts";
import { differenceFigure, figure } from "../wording/figure.ts";
import { layOut } from "./table.ts";

/** The proof that nothing was lost: billed + bridge = bill, and bill - reported = difference. */
export function reconciliationLines({ reconciliation, currency, basis }: Report, width: number): string[] {
  const { billed, bridge, bill, reported, difference } = reconciliation;
  return layOut(
    {
      columns: [
        { title: "billed to reported", align: "left" },
        { title: currency, align: "right" },
      ],
      rows: [
        ["billed", figure(billed, currency)],
        ...bridge.map(({ type, amount }) => [`  + ${visible(type)}`, figure(amount, currency)]),
        [`bill (${basis})`, figure(bill, currency)],
        ["reported", figure(reported, currency)],
      ],
      total: ["difference", differenceFigure(difference, currency)],
    },
    width,
  );
}
