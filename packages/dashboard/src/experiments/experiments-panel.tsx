import { useMemo } from "preact/hooks";
import { apiAddress, filteredAddress, whereOf } from "../api/addresses.ts";
import type { ExperimentsAnswer, RunsAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { drawBars } from "../charts/bar-drawing.ts";
import { Chart } from "../charts/chart.tsx";
import type { Pointed } from "../charts/drawing.ts";
import { Legend } from "../charts/legend.tsx";
import { figure } from "../money/figure.ts";
import { Answered } from "../parts/answered.tsx";
import { Section } from "../parts/section.tsx";
import { Empty, Failed } from "../parts/states.tsx";
import type { MonthPanelProps } from "../state/choice.ts";
import { show } from "../state/navigation.ts";
import type { PageState } from "../state/page-state.ts";
import { experimentBars } from "./experiment-bars.ts";
import { experimentRows } from "./experiment-rows.ts";
import { ExperimentTable } from "./experiment-table.tsx";

/** What experiments cost, and what a run of each does. */
export function ExperimentsPanel({ choice }: MonthPanelProps) {
  const { state, month } = choice;
  const asked = useAnswer<ExperimentsAnswer>(filteredAddress(choice, "experiments"), null);
  const ran = useAnswer<RunsAnswer>(
    apiAddress(`months/${month.period}/runs`, { team: state.team, where: whereOf(state) }),
    null,
  );
  return (
    <Section
      id="experiments"
      title="Experiments"
      intro="What each cost, with its part of what is shared, and what one run of it did."
      busy={asked.busy || ran.busy}
    >
      {ran.problem === null ? null : <Failed problem={ran.problem} retry={ran.retry} />}
      <Answered asked={asked} what="experiments">
        {(answer) => <Experiments answer={answer} ran={ran.known?.answer ?? null} state={state} />}
      </Answered>
    </Section>
  );
}

function Experiments(given: {
  readonly answer: ExperimentsAnswer;
  readonly ran: RunsAnswer | null;
  readonly state: PageState;
}) {
  const { answer, ran, state } = given;
  const { currency } = answer;
  const rows = useMemo(() => experimentRows(answer, ran), [answer, ran]);
  const bars = useMemo(() => experimentBars(rows), [rows]);
  const draw = useMemo(() => drawBars(bars, currency), [bars, currency]);
  const pick = ({ dataIndex }: Pointed) => {
    const experiment = bars[dataIndex]?.value ?? null;
    if (experiment !== null) show({ ...state, experiment });
  };
  if (rows.length === 0)
    return (
      <Empty title="No cost names an experiment.">
        <p>Cost is an experiment’s where its tags say so, or the usage of what is shared does.</p>
      </Empty>
    );
  const words = bars.map(({ label, total }) => `${label} ${figure(total, currency)}`);
  return (
    <>
      <div class="card picture">
        <Legend
          entries={[
            { look: "direct", label: "direct" },
            { look: "shared", label: "shared fees" },
          ]}
        />
        <Chart
          label={`Bars of the dearest experiments, in ${currency}: ${words.join("; ")}. The table below has all.`}
          draw={draw}
          onPick={pick}
        />
      </div>
      <ExperimentTable rows={rows} currency={currency} state={state} />
    </>
  );
}
