import { useMemo } from "preact/hooks";
import type { ReportAnswer } from "../api/answers.ts";
import { drawBars } from "../charts/bar-drawing.ts";
import { Chart } from "../charts/chart.tsx";
import type { Pointed } from "../charts/drawing.ts";
import { projectLook } from "../charts/looks.ts";
import { parseAmount } from "../money/amount.ts";
import { figure } from "../money/figure.ts";
import { NameOr } from "../parts/name.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import { Link } from "../state/link.tsx";
import { show } from "../state/navigation.ts";
import type { PageState } from "../state/page-state.ts";
import { type Bar, teamBars, teamProjectBars } from "./bars.ts";
import { Legend } from "./legend.tsx";
import { ProjectName } from "./project-name.tsx";
import { groupSpend, type SpendGroup, spendOf } from "./spend.ts";
import { SpendTable } from "./spend-table.tsx";

/** What each team bears: a bar and a line of a table each, by direct and shared or by project. */
export function TeamsSection(given: {
  readonly report: ReportAnswer;
  /** What the report was asked to group by, after the team. */
  readonly split: PageState["split"];
  readonly state: PageState;
  readonly busy: boolean;
}) {
  const { report, split, state, busy } = given;
  const { currency } = report;
  const teams = useMemo(
    () => groupSpend(report.rows, split === null ? ["team"] : ["team", "project"]),
    [report, split],
  );
  const bars = useMemo(() => (split === null ? teamBars(teams) : teamProjectBars(teams)), [teams, split]);
  const draw = useMemo(() => drawBars(bars, currency), [bars, currency]);
  const pick = ({ dataIndex }: Pointed) => {
    const team = bars[dataIndex]?.value ?? null;
    if (team === null) return;
    show({ ...state, team });
    scrollTo(0, 0);
  };
  return (
    <Section
      id="teams"
      title="What each team bears"
      intro="Direct cost is a team's own; shared fees came to it through pools."
      aside={<SplitChoice state={state} />}
      busy={busy}
    >
      {teams.length === 0 ? (
        <Empty title="No team bears anything in this month." />
      ) : (
        <>
          <div class="card picture">
            <Legend entries={legendOf(split)} />
            <Chart label={inWords(bars, currency)} draw={draw} onPick={pick} />
          </div>
          <SpendTable
            id="teams-table"
            caption={`What each team bears, in ${currency}`}
            heading={split === null ? "team" : "team and project"}
            groups={teams}
            total={spendOf(report.rows)}
            currency={currency}
            whole={parseAmount(report.reconciliation.bill)}
            of="of the bill"
            nameOf={(team) => <TeamLink team={team} state={state} />}
            partName={({ value }) => <ProjectName value={value} />}
          />
        </>
      )}
    </Section>
  );
}

function TeamLink({ team, state }: { readonly team: SpendGroup; readonly state: PageState }) {
  const name = <NameOr value={team.value} missing="no team" />;
  return team.value === null ? (
    name
  ) : (
    <Link to={{ ...state, team: team.value }} top>
      {name}
    </Link>
  );
}

function SplitChoice({ state }: { readonly state: PageState }) {
  return (
    <nav class="segmented" aria-label="Split by">
      <Link to={{ ...state, split: null }} current={state.split === null}>
        Direct and shared
      </Link>
      <Link to={{ ...state, split: "project" }} current={state.split === "project"}>
        Project
      </Link>
    </nav>
  );
}

function legendOf(split: PageState["split"]) {
  const shared = { look: "shared", label: "shared fees" } as const;
  return split === null
    ? [{ look: "direct", label: "direct" } as const, shared]
    : [
        { look: projectLook(0), label: "projects, the largest first and darkest" },
        { look: "nothing", label: "no project" } as const,
        shared,
      ];
}

function inWords(bars: readonly Bar[], currency: string): string {
  const words = bars.map(({ label, total }) => `${label} ${figure(total, currency)}`);
  return `Bars of what each team bears, in ${currency}: ${words.join("; ")}. The table below has every part.`;
}
