import { useMemo } from "preact/hooks";
import type { ReportAnswer } from "../api/answers.ts";
import { Chart } from "../charts/chart.tsx";
import { drawFlows } from "../charts/flow-drawing.ts";
import { figure } from "../money/figure.ts";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import type { PageState } from "../state/page-state.ts";
import { visible } from "../words/visible.ts";
import { FlowTable } from "./flow-table.tsx";
import { type Flow, flowsOf } from "./flows.ts";
import { UnallocatedTable } from "./unallocated-table.tsx";

/** The way of the whole bill to its teams, and what did not arrive. */
export function FlowSection(given: {
  /** The whole bill, by team. */
  readonly report: ReportAnswer;
  readonly state: PageState;
  readonly busy: boolean;
}) {
  const { report, state, busy } = given;
  const { currency } = report;
  const flows = useMemo(() => flowsOf(report, true), [report]);
  const all = useMemo(() => flowsOf(report, false), [report]);
  const draw = useMemo(() => drawFlows(flows, currency, state.team), [flows, currency, state.team]);
  const credits = flows.filter(({ amount }) => amount < 0n);
  return (
    <Section
      id="flow"
      title="From the bill to the teams"
      intro="The whole bill: a team's own, shared through pools, nobody's yet, or out of scope."
      busy={busy}
    >
      <div class="card picture">
        {flows.some(({ amount }) => amount > 0n) ? (
          <Chart label={inWords(flows, currency)} draw={draw} />
        ) : (
          <Empty title="There is no cost to draw." />
        )}
        {credits.length === 0 ? null : <Credits flows={credits} currency={currency} />}
        <details class="as-table">
          <summary>Every flow as a table</summary>
          <FlowTable flows={all} currency={currency} />
        </details>
      </div>
      <UnallocatedTable report={report} />
    </Section>
  );
}

function Credits({ flows, currency }: { readonly flows: readonly Flow[]; readonly currency: string }) {
  const list = flows.map(
    ({ from, to, amount }) => `${visible(from.label)} → ${visible(to.label)} ${figure(amount, currency)}`,
  );
  return (
    <p class="note">
      Credits have no width and are not drawn; every figure includes them: <bdi>{list.join("; ")}</bdi>.
    </p>
  );
}

function inWords(flows: readonly Flow[], currency: string): string {
  const words = flows
    .filter(({ from }) => from.kind === "bill")
    .map(({ to, amount }) => `${to.label} ${figure(amount, currency)}`);
  return `The bill flows to ${words.join(", ")} ${currency}, and on to the teams. The table below has every flow.`;
}
