import { filteredAddress } from "../api/addresses.ts";
import type { ReportAnswer } from "../api/answers.ts";
import { askWhole } from "../api/ask-whole.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Answered } from "../parts/answered.tsx";
import { Download } from "../parts/download.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/states.tsx";
import type { MonthPanelProps } from "../state/choice.ts";
import { GroupChoice } from "./group-choice.tsx";
import { groupingOf } from "./grouping.ts";
import { ReportTable } from "./report-table.tsx";

/** The month by anything, beside the month before, and as a file. */
export function ReportPanel({ choice }: MonthPanelProps) {
  const { state, month } = choice;
  const grouping = groupingOf(state);
  const question = { groupBy: grouping.join(","), ...(month.before === null ? {} : { compare: "before" }) };
  const asked = useAnswer<ReportAnswer>(
    filteredAddress(choice, "report", { ...question, limit: "10000" }),
    null,
    (address, signal) => askWhole<"rows", ReportAnswer>(address, "rows", signal),
  );
  const file = `tagledger-${month.period}-${month.basis}-by-${grouping.join("-")}.csv`;
  return (
    <Section
      id="report"
      title="Report"
      intro={
        month.before === null
          ? "By whatever you choose. There are no figures of the month before to set beside it."
          : "By whatever you choose, beside the month before."
      }
      aside={<GroupChoice grouping={grouping} state={state} />}
      busy={asked.busy}
    >
      <Answered asked={asked} what="the report">
        {(report) =>
          report.rows.length === 0 ? (
            <Empty title="No team bears anything of this." />
          ) : (
            <>
              <ReportTable report={report} state={state} />
              <p class="under">
                <Download
                  address={filteredAddress(choice, "report", { ...question, format: "csv" })}
                  name={file}
                  says="Download these rows as CSV"
                />
                <span>with every digit</span>
              </p>
            </>
          )
        }
      </Answered>
    </Section>
  );
}
