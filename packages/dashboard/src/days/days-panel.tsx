import { useMemo, useState } from "preact/hooks";
import { filteredAddress } from "../api/addresses.ts";
import type { DaysAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Chart } from "../charts/chart.tsx";
import { Legend } from "../charts/legend.tsx";
import { parseAmount } from "../money/amount.ts";
import { figure } from "../money/figure.ts";
import { Answered } from "../parts/answered.tsx";
import { Money } from "../parts/money.tsx";
import { Section } from "../parts/section.tsx";
import { Toggle } from "../parts/toggle.tsx";
import type { MonthPanelProps } from "../state/choice.ts";
import { monthWords } from "../words/dates.ts";
import { drawDays, type Measure } from "./day-drawing.ts";
import { dayPairs } from "./day-pairs.ts";
import { DayTable } from "./day-table.tsx";

const MEASURES: Readonly<Record<Measure, string>> = { amount: "Each day", cumulative: "Up to each day" };

/** What was spent day by day, with the month before behind it. */
export function DaysPanel({ choice }: MonthPanelProps) {
  const { month } = choice;
  const [measure, setMeasure] = useState<Measure>("amount");
  const now = useAnswer<DaysAnswer>(filteredAddress(choice, "days"), null);
  const earlier = month.before === null ? null : { ...choice, month: { ...month, period: month.before } };
  const before = useAnswer<DaysAnswer>(earlier === null ? null : filteredAddress(earlier, "days"), null);
  return (
    <Section
      id="days"
      title="Day by day"
      intro="Direct cost by the day on which it arose; shared fees and fees of the month are of no day."
      aside={<Toggle label="What is shown of a day" words={MEASURES} chosen={measure} choose={setMeasure} />}
      busy={now.busy || before.busy}
    >
      <Answered asked={now} what="days">
        {(days) => (
          <Days
            now={days}
            before={earlier === null ? null : (before.known?.answer ?? null)}
            measure={measure}
          />
        )}
      </Answered>
    </Section>
  );
}

function Days(given: {
  readonly now: DaysAnswer;
  readonly before: DaysAnswer | null;
  readonly measure: Measure;
}) {
  const { now, before, measure } = given;
  const { period, currency } = now;
  const pairs = useMemo(() => dayPairs(now, before), [now, before]);
  const draw = useMemo(
    () => drawDays(pairs, measure, { period, before: before?.period ?? null, currency }),
    [pairs, measure, period, before, currency],
  );
  return (
    <div class="card picture">
      <Legend
        entries={[
          { look: "direct", label: monthWords(period) },
          ...(before === null ? [] : [{ look: "before", label: monthWords(before.period) } as const]),
        ]}
      />
      <Chart label={inWords(now)} draw={draw} />
      <p class="note">
        Beside these days: shared fees <Money amount={parseAmount(now.shared)} currency={currency} />, fees of
        no day <Money amount={parseAmount(now.ofNoDay)} currency={currency} />; with them{" "}
        <Money amount={parseAmount(now.total)} currency={currency} /> {currency}.
        {before === null ? " There are no figures of the month before." : ""}
      </p>
      <details class="as-table">
        <summary>Every day as a table</summary>
        <DayTable pairs={pairs} now={now} before={before} />
      </details>
    </div>
  );
}

function inWords({ period, currency, days }: DaysAnswer): string {
  const dearest = days.reduce<DaysAnswer["days"][number] | null>(
    (most, day) => (most === null || parseAmount(day.amount) > parseAmount(most.amount) ? day : most),
    null,
  );
  const most =
    dearest === null
      ? ""
      : ` The dearest is day ${dearest.day} with ${figure(parseAmount(dearest.amount), currency)} ${currency}.`;
  return `Bars by day of ${monthWords(period)}, with the month before behind.${most} The table below has every day.`;
}
