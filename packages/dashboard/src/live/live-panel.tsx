import { useMemo } from "preact/hooks";
import { apiAddress } from "../api/addresses.ts";
import type { LiveAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { drawBars } from "../charts/bar-drawing.ts";
import { Chart } from "../charts/chart.tsx";
import { figure } from "../money/figure.ts";
import { Answered } from "../parts/answered.tsx";
import { Moment } from "../parts/moment.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import type { PanelProps } from "../state/choice.ts";
import { monthWords } from "../words/dates.ts";
import { Burn } from "./burn.tsx";
import { liveBars } from "./live-bars.ts";
import { type LiveBy, liveRows } from "./live-rows.ts";
import { LiveTable } from "./live-table.tsx";

/** What resources cost an hour now, and came to in the month so far. */
export function LivePanel({ choice: { state } }: PanelProps) {
  const by: LiveBy = state.team === null ? "team" : "type";
  const asked = useAnswer<LiveAnswer, LiveBy>(apiAddress("live", { team: state.team, groupBy: by }), by);
  return (
    <Section
      id="live"
      title="Live burn"
      intro="What is there right now, at list prices: an estimate, days before any bill."
      aside={
        <button
          type="button"
          class="button"
          aria-disabled={asked.busy}
          onClick={() => asked.busy || asked.retry()}
        >
          Look again
        </button>
      }
      busy={asked.busy}
    >
      <Answered asked={asked} what="what there is now">
        {(answer, about) => <Live answer={answer} by={about} />}
      </Answered>
    </Section>
  );
}

function Live({ answer, by }: { readonly answer: LiveAnswer; readonly by: LiveBy }) {
  const { total, rows, currency } = useMemo(() => liveRows(answer, by), [answer, by]);
  const bars = useMemo(() => liveBars(rows, currency, by), [rows, currency, by]);
  const draw = useMemo(() => drawBars(bars, currency ?? ""), [bars, currency]);
  if (rows.length === 0)
    return (
      <Empty title="Nothing that costs by the hour is known to be there.">
        <p>
          As of <Moment at={answer.at} />. What is there is told by CloudTrail logs and sweeps.
        </p>
      </Empty>
    );
  const words = bars.map((bar) => `${bar.label} ${figure(bar.total, currency ?? "")}`);
  return (
    <>
      <Burn total={total} month={monthWords(answer.month)} at={answer.at} />
      {bars.length === 0 || currency === null ? null : (
        <div class="card picture">
          <p class="picture-title">Cost an hour now, in {currency}</p>
          <Chart
            label={`Bars by ${by}, in ${currency} an hour: ${words.join("; ")}. The table below has all.`}
            draw={draw}
          />
        </div>
      )}
      <LiveTable rows={rows} total={total} by={by} month={monthWords(answer.month)} />
    </>
  );
}
