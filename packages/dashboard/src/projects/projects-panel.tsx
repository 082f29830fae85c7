import { useMemo } from "preact/hooks";
import { filteredAddress } from "../api/addresses.ts";
import type { ReportAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { drawBars } from "../charts/bar-drawing.ts";
import { Chart } from "../charts/chart.tsx";
import type { Pointed } from "../charts/drawing.ts";
import { Legend } from "../charts/legend.tsx";
import { parseAmount } from "../money/amount.ts";
import { figure } from "../money/figure.ts";
import { Answered } from "../parts/answered.tsx";
import { NameOr } from "../parts/name.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import { groupSpend, spendOf } from "../spend/spend.ts";
import type { MonthPanelProps } from "../state/choice.ts";
import { show } from "../state/navigation.ts";
import type { PageState } from "../state/page-state.ts";
import { type Bar, lookOfWorkload, projectBars, workloadsOf } from "./bars.ts";
import { ProjectName } from "./project-name.tsx";
import { SpendTable } from "./spend-table.tsx";

/** What is borne by project and workload, shared fees as a part of their own. */
export function ProjectsPanel({ choice }: MonthPanelProps) {
  const address = filteredAddress(choice, "report", { groupBy: "project,workload", limit: "10000" });
  const asked = useAnswer<ReportAnswer>(address, null);
  return (
    <Section
      id="projects"
      title="Projects"
      intro="Direct cost by workload; shared fees came through pools."
      busy={asked.busy}
    >
      <Answered asked={asked} what="projects">
        {(report) => <Projects report={report} state={choice.state} />}
      </Answered>
    </Section>
  );
}

function Projects({ report, state }: { readonly report: ReportAnswer; readonly state: PageState }) {
  const { currency } = report;
  const projects = useMemo(() => groupSpend(report.rows, ["project", "workload"]), [report]);
  const workloads = useMemo(() => workloadsOf(projects), [projects]);
  const bars = useMemo(() => projectBars(projects, workloads), [projects, workloads]);
  const draw = useMemo(() => drawBars(bars, currency), [bars, currency]);
  const whole = useMemo(() => spendOf(report.rows), [report]);
  const pick = ({ dataIndex }: Pointed) => {
    const project = bars[dataIndex]?.value ?? null;
    if (project !== null) show({ ...state, project });
  };
  if (projects.length === 0) return <Empty title="No team bears anything of this." />;
  return (
    <>
      <div class="card picture">
        <Legend
          entries={[
            ...workloads.map((workload) => ({
              look: lookOfWorkload(workload, workloads),
              label: workload ?? "no workload",
            })),
            { look: "shared", label: "shared fees" },
          ]}
        />
        <Chart label={inWords(bars, currency)} draw={draw} onPick={pick} />
      </div>
      <details class="as-table">
        <summary>Every project and workload as a table</summary>
        <SpendTable
          id="projects-table"
          caption={`By project and workload, in ${currency}`}
          heading="project and workload"
          groups={projects}
          total={whole}
          currency={currency}
          whole={parseAmount(report.totals.bill)}
          of="of the total"
          nameOf={({ value }) => <ProjectName value={value} />}
          partName={({ value }) => <NameOr value={value} missing="no workload" />}
        />
      </details>
    </>
  );
}

function inWords(bars: readonly Bar[], currency: string): string {
  const words = bars.map(({ label, total }) => `${label} ${figure(total, currency)}`);
  return `Bars by project, in ${currency}: ${words.join("; ")}. The table below has every workload.`;
}
