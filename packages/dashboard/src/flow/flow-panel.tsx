import { useMemo } from "preact/hooks";
import { monthAddress } from "../api/addresses.ts";
import type { PoolsAnswer, ReportAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Chart } from "../charts/chart.tsx";
import { figure } from "../money/figure.ts";
import { Answered } from "../parts/answered.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import type { MonthPanelProps } from "../state/choice.ts";
import { START } from "../state/page-state.ts";
import { visible } from "../words/visible.ts";
import { drawFlows } from "./flow-drawing.ts";
import { FlowTable } from "./flow-table.tsx";
import { type Flow, flowsOf } from "./flows.ts";

/** The way of all that whoever looks may see of the bill to its teams, and what did not arrive. */
export function FlowPanel({ choice, session }: MonthPanelProps) {
  const whole = { ...choice, state: START };
  const report = useAnswer<ReportAnswer>(
    monthAddress(whole, "report", { groupBy: "team", limit: "10000" }),
    null,
  );
  const pools = useAnswer<PoolsAnswer>(monthAddress(whole, "pools"), null);
  return (
    <Section
      id="flow"
      title="From the bill to the teams"
      intro={
        session.seesAll
          ? "The whole bill, whatever is filtered: a team's own, shared through pools, nobody's yet, or out of scope."
          : "All that your teams bear, whatever is filtered: their own, and what came to them through pools."
      }
      busy={report.busy || pools.busy}
      unfiltered={choice.state}
    >
      <div class="card picture">
        <Answered asked={report} what="the bill">
          {(told) => (
            <Answered asked={pools} what="shared costs">
              {(shared) => (
                <Flows report={told} pools={shared.pools} team={choice.state.team} all={session.seesAll} />
              )}
            </Answered>
          )}
        </Answered>
      </div>
    </Section>
  );
}

function Flows(given: {
  readonly report: ReportAnswer;
  readonly pools: PoolsAnswer["pools"];
  /** The team that is looked at. */
  readonly team: string | null;
  readonly all: boolean;
}) {
  const { report, pools, team, all } = given;
  const { currency } = report;
  const folded = useMemo(() => flowsOf(report, pools, true), [report, pools]);
  const whole = useMemo(() => flowsOf(report, pools, false), [report, pools]);
  const draw = useMemo(() => drawFlows(folded, currency, team), [folded, currency, team]);
  return (
    <>
      {folded.some(({ amount }) => amount > 0n) ? (
        <Chart label={inWords(folded, currency, all)} draw={draw} />
      ) : (
        <Empty title="There is no cost to draw." />
      )}
      <Credits flows={folded.filter(({ amount }) => amount < 0n)} currency={currency} />
      <details class="as-table">
        <summary>Every flow as a table</summary>
        <FlowTable flows={whole} currency={currency} />
      </details>
    </>
  );
}

function Credits({ flows, currency }: { readonly flows: readonly Flow[]; readonly currency: string }) {
  if (flows.length === 0) return null;
  const list = flows.map(
    ({ from, to, amount }) => `${visible(from.label)} → ${visible(to.label)} ${figure(amount, currency)}`,
  );
  return (
    <p class="note">
      Credits have no width and are not drawn; every figure includes them: <bdi>{list.join("; ")}</bdi>.
    </p>
  );
}

function inWords(flows: readonly Flow[], currency: string, all: boolean): string {
  const words = flows
    .filter(({ from }) => from.kind === "bill")
    .map(({ to, amount }) => `${to.label} ${figure(amount, currency)}`);
  return `${all ? "The bill" : "What you see of the bill"} flows to ${words.join(", ")} ${currency}, and on to the teams. The table below has every flow.`;
}
