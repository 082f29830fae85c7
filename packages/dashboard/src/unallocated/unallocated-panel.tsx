import { filteredAddress } from "../api/addresses.ts";
import type { UnallocatedAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Answered } from "../parts/answered.tsx";
import { Section } from "../parts/section.tsx";
import type { MonthPanelProps } from "../state/choice.ts";
import { filtersIn } from "../state/filtering.ts";
import { UnallocatedTable } from "./unallocated-table.tsx";

/** What is in scope and nobody's: what to tag or assign next. */
export function UnallocatedPanel({ choice }: MonthPanelProps) {
  // Whatever team is looked at: what is nobody's is no team's.
  const everybody = { ...choice, state: { ...choice.state, team: null } };
  const asked = useAnswer<UnallocatedAnswer>(filteredAddress(everybody, "unallocated"), null);
  return (
    <Section
      id="unallocated"
      title="Nobody’s yet"
      intro={`In scope and placed by no rule: what to tag or assign next, the dearest first.${choice.state.team === null ? "" : " It is no team’s, whichever is chosen."}`}
      busy={asked.busy}
    >
      <Answered asked={asked} what="what is nobody's">
        {(answer) => <UnallocatedTable answer={answer} narrowed={filtersIn(choice.state) !== null} />}
      </Answered>
    </Section>
  );
}
