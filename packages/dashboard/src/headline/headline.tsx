import { filteredAddress } from "../api/addresses.ts";
import type { ReportAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Answered } from "../parts/answered.tsx";
import type { MonthPanelProps } from "../state/choice.ts";
import { ChangeNote } from "./change-note.tsx";
import { Figures } from "./figures.tsx";
import { proofOf } from "./proof.ts";

/** What the month comes to, of what is made up, and what it was the month before. */
export function Headline({ choice }: MonthPanelProps) {
  const asked = useAnswer<ReportAnswer>(
    filteredAddress(choice, "report", { groupBy: "team", compare: "before", limit: "10000" }),
    null,
  );
  return (
    <div class="headline" aria-busy={asked.busy}>
      <Answered asked={asked} what="the figures" lines={3}>
        {(report) => (
          <Figures proof={proofOf(report)} currency={report.currency} note={<ChangeNote report={report} />} />
        )}
      </Answered>
    </div>
  );
}
