import { useMemo } from "preact/hooks";
import type { ReportAnswer } from "../api/answers.ts";
import { drawBars } from "../charts/bar-drawing.ts";
import { Chart } from "../charts/chart.tsx";
import { parseAmount } from "../money/amount.ts";
import { figure } from "../money/figure.ts";
import { Name, NameOr } from "../parts/name.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import { type Bar, lookOfWorkload, projectBars, workloadsOf } from "./bars.ts";
import { Legend } from "./legend.tsx";
import { ProjectName } from "./project-name.tsx";
import { groupSpend, spendOf } from "./spend.ts";
import { SpendTable } from "./spend-table.tsx";

/** What one team bears, by project and workload. */
export function ProjectsSection(given: {
  /** By project and workload, of one team. */
  readonly report: ReportAnswer;
  readonly team: string;
  readonly busy: boolean;
}) {
  const { report, team, busy } = given;
  const { currency } = report;
  const projects = useMemo(() => groupSpend(report.rows, ["project", "workload"]), [report]);
  const workloads = useMemo(() => workloadsOf(projects), [projects]);
  const bars = useMemo(() => projectBars(projects, workloads), [projects, workloads]);
  const draw = useMemo(() => drawBars(bars, currency), [bars, currency]);
  return (
    <Section
      id="teams"
      title={
        <>
          What <Name value={team} /> bears
        </>
      }
      intro="By project and workload; shared fees came through pools."
      busy={busy}
    >
      {projects.length === 0 ? (
        <Empty title="This team bears nothing in this month." />
      ) : (
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
            <Chart label={inWords(bars, currency)} draw={draw} />
          </div>
          <SpendTable
            id="projects-table"
            caption={`By project and workload, in ${currency}`}
            heading="project and workload"
            groups={projects}
            total={spendOf(report.rows)}
            currency={currency}
            whole={parseAmount(report.totals.bill)}
            of="of the team"
            nameOf={({ value }) => <ProjectName value={value} />}
            partName={({ value }) => <NameOr value={value} missing="no workload" />}
          />
        </>
      )}
    </Section>
  );
}

function inWords(bars: readonly Bar[], currency: string): string {
  const words = bars.map(({ label, total }) => `${label} ${figure(total, currency)}`);
  return `Bars by project, in ${currency}: ${words.join("; ")}. The table below has every workload.`;
}
