import { reportAddress } from "../api/addresses.ts";
import type { ReportAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { parseAmount } from "../money/amount.ts";
import { percent } from "../money/percent.ts";
import { Failed, Loading } from "../parts/states.tsx";
import { Figures } from "../spend/figures.tsx";
import { FlowSection } from "../spend/flow-section.tsx";
import { ProjectsSection } from "../spend/projects-section.tsx";
import { billProof, teamProof } from "../spend/proof.ts";
import { TeamsSection } from "../spend/teams-section.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Published } from "../state/shown.ts";

/** What a month's bill comes to, for all teams or for one. */
export function SpendView({
  published,
  state,
}: {
  readonly published: Published;
  readonly state: PageState;
}) {
  const { team, split } = state;
  const whole = useAnswer<ReportAnswer>(reportAddress(published, ["team"]), null);
  const part = useAnswer<ReportAnswer, Pick<PageState, "team" | "split">>(
    team !== null
      ? reportAddress(published, ["project", "workload"], team)
      : split !== null
        ? reportAddress(published, ["team", "project"])
        : null,
    { team, split },
  );
  if (whole.problem !== null) return <Failed problem={whole.problem} retry={whole.retry} />;
  if (part.problem !== null) return <Failed problem={part.problem} retry={part.retry} />;
  if (whole.known === null || (part.known === null && part.busy))
    return <Loading what="the report" lines={10} />;
  const report = whole.known.answer;
  const about = part.known?.about ?? { team: null, split: null };
  const busy = whole.busy || part.busy;
  const answer = part.known?.answer ?? report;
  return (
    <>
      <div class="headline" aria-busy={busy}>
        {about.team === null ? (
          <Figures proof={billProof(report)} currency={report.currency} note={`in ${report.currency}`} />
        ) : (
          <Figures
            proof={teamProof(answer)}
            currency={report.currency}
            note={`${percent(parseAmount(answer.totals.bill), parseAmount(report.totals.bill))} of the bill`}
          />
        )}
      </div>
      {about.team === null ? (
        <TeamsSection report={answer} split={about.split} state={state} busy={busy} />
      ) : (
        <ProjectsSection report={answer} team={about.team} busy={busy} />
      )}
      <FlowSection report={report} state={state} busy={whole.busy} />
    </>
  );
}
