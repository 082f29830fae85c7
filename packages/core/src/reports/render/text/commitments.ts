import { type Amount, sum } from "../../../costs/money.ts";
import { visible } from "../../../text/visible.ts";
import type { Report, TeamCommitment } from "../../report.ts";
import { figure } from "../wording/figure.ts";
import { layOut } from "./table.ts";

/** What is not known: list prices are in no column of the bill. */
const UNKNOWN = "?";

/** Who uses commitments, what that saves, and who bears what nobody used. */
export function commitmentLines({ commitments, currency }: Report, width: number): string[] {
  if (commitments === undefined) return [];
  const { teams, pooled, reason } = commitments;
  const money = (amount: Amount | null) => (amount === null ? UNKNOWN : figure(amount, currency));
  const figures = ({ used, onDemand, unused, subsidy }: Omit<TeamCommitment, "team">) =>
    [used, onDemand, onDemand === null ? null : onDemand - used, unused, subsidy].map(money);
  const all = (of: "used" | "onDemand" | "unused" | "subsidy") => {
    const amounts = teams.map((each) => each[of]);
    return amounts.some((amount) => amount === null) ? null : sum(amounts.map((amount) => amount ?? 0n));
  };
  return [
    `This report's figures are ${pooled ? "those of pooled commitments" : "as commitments were applied"}.`,
    ...(reason === null
      ? []
      : [`List prices are not known, so that nothing can be pooled: ${visible(reason)}`]),
    ...layOut(
      {
        columns: [
          { title: "team", align: "left" },
          ...["used", "on demand", "saved", "unused", "subsidy"].map((title) => ({
            title,
            align: "right" as const,
          })),
        ],
        rows: teams.map(({ team, ...borne }) => [
          team === null ? "nobody" : visible(team),
          ...figures(borne),
        ]),
        total: [
          "total",
          ...figures({
            used: all("used") ?? 0n,
            onDemand: all("onDemand"),
            unused: all("unused") ?? 0n,
            subsidy: all("subsidy"),
          }),
        ],
      },
      width,
    ),
  ];
}
