import { useMemo } from "preact/hooks";
import { monthAddress } from "../api/addresses.ts";
import type { CoverageAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { drawBars } from "../charts/bar-drawing.ts";
import { Chart } from "../charts/chart.tsx";
import { Legend } from "../charts/legend.tsx";
import { percent } from "../money/percent.ts";
import { Answered } from "../parts/answered.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import type { MonthPanelProps } from "../state/choice.ts";
import type { PageState } from "../state/page-state.ts";
import { coverageBars, lookOfWay } from "./coverage-bars.ts";
import { coverageRows, wayWords } from "./coverage-rows.ts";
import { CoverageTable } from "./coverage-table.tsx";
import { Missing } from "./missing.tsx";

/** Which part of direct cost says by its tags whose it is, and what lacks them. */
export function CoveragePanel({ choice }: MonthPanelProps) {
  const asked = useAnswer<CoverageAnswer>(monthAddress(choice, "coverage"), null);
  return (
    <Section
      id="coverage"
      title="Tag coverage"
      intro="Which part of direct cost says by its tags whose it is."
      busy={asked.busy}
      unfiltered={choice.state}
    >
      <Answered asked={asked} what="tag coverage">
        {(answer) => <Coverage answer={answer} state={choice.state} />}
      </Answered>
    </Section>
  );
}

function Coverage({ answer, state }: { readonly answer: CoverageAnswer; readonly state: PageState }) {
  const { currency } = answer;
  const { whole, teams } = useMemo(() => coverageRows(answer), [answer]);
  const bars = useMemo(() => coverageBars(teams), [teams]);
  const draw = useMemo(() => drawBars(bars, currency), [bars, currency]);
  if (teams.length === 0) return <Empty title="There is no direct cost, so there is nothing to tag." />;
  const words = teams.map(
    ({ team, fraction }) => `${team} ${fraction === null ? "–" : percent(fraction.over, fraction.under)}`,
  );
  return (
    <>
      <Missing whole={whole} currency={currency} state={state} />
      <div class="card picture">
        <Legend entries={whole.ways.map(({ by }) => ({ look: lookOfWay(by), label: wayWords(by) }))} />
        <Chart
          label={`Bars by team, by how its team was found: by tags ${words.join("; ")}. The table below has every amount.`}
          draw={draw}
        />
      </div>
      <CoverageTable whole={whole} teams={teams} currency={currency} state={state} />
    </>
  );
}
