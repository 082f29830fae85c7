import { useMemo } from "preact/hooks";
import { monthAddress } from "../api/addresses.ts";
import type { PoolsAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { drawBars } from "../charts/bar-drawing.ts";
import { Chart } from "../charts/chart.tsx";
import { Legend } from "../charts/legend.tsx";
import { figure } from "../money/figure.ts";
import { Answered } from "../parts/answered.tsx";
import { Name } from "../parts/name.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import type { MonthChoice, MonthPanelProps } from "../state/choice.ts";
import { legendOf, poolBars } from "./pool-bars.ts";
import { poolRows } from "./pool-rows.ts";
import { PoolTable } from "./pool-table.tsx";

/** Shared costs: what each pool came to, how it was divided, and what of it a team bears. */
export function PoolsPanel({ choice, session }: MonthPanelProps) {
  // Whoever sees all sees beside a team's share what is idle, which an answer about one team does not hold.
  const team = session.seesAll ? null : choice.state.team;
  const asked = useAnswer<PoolsAnswer>(monthAddress(choice, "pools", { team }), null);
  return (
    <Section
      id="pools"
      title="Shared costs"
      intro="What teams use together, by what it is divided, and why a share is as large as it is."
      busy={asked.busy}
      unfiltered={choice.state}
    >
      <Answered asked={asked} what="shared costs">
        {(answer) => <Pools answer={answer} choice={choice} />}
      </Answered>
    </Section>
  );
}

function Pools({ answer, choice }: { readonly answer: PoolsAnswer; readonly choice: MonthChoice }) {
  const { team } = choice.state;
  const { currency } = answer;
  const rows = useMemo(() => poolRows(answer, team), [answer, team]);
  const bars = useMemo(() => poolBars(rows, team), [rows, team]);
  const draw = useMemo(() => drawBars(bars, currency), [bars, currency]);
  if (rows.length === 0)
    return (
      <Empty title={team === null ? "No cost is shared." : "Of no shared cost anything is borne here."}>
        {team === null ? null : (
          <p>
            <Name value={team} /> has only what is its own.
          </p>
        )}
      </Empty>
    );
  const words = bars.map(({ label, total }) => `${label} ${figure(total, currency)}`);
  return (
    <>
      <div class="card picture">
        <Legend entries={legendOf(bars)} />
        <Chart
          label={`Bars by pool, in ${currency}: ${words.join("; ")}. The table below has every share.`}
          draw={draw}
        />
      </div>
      <PoolTable rows={rows} currency={currency} choice={choice} />
    </>
  );
}
