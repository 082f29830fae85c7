import { apiAddress } from "../api/addresses.ts";
import type { ViolationsAnswer } from "../api/answers.ts";
import { type Pages, usePages } from "../api/use-pages.ts";
import { Moment } from "../parts/moment.tsx";
import { Section } from "../parts/section.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import type { PanelProps } from "../state/choice.ts";
import type { PageState } from "../state/page-state.ts";
import { countWords, wholeNumber } from "../words/words.ts";
import { ViolationTable } from "./violation-table.tsx";

/** How many are read at once. */
const SOME = "5";

/** What breaks the rules, by what it costs, each with the line that puts it right. */
export function ViolationsPanel({ choice: { state } }: PanelProps) {
  const pages = usePages<ViolationsAnswer>(apiAddress("violations", { team: state.team, limit: SOME }));
  return (
    <Section
      id="violations"
      title="What breaks the rules"
      intro="The dearest first, at list prices, with the line that puts each right."
      busy={pages.busy}
    >
      <Violations pages={pages} state={state} />
    </Section>
  );
}

function Violations({
  pages,
  state,
}: {
  readonly pages: Pages<ViolationsAnswer>;
  readonly state: PageState;
}) {
  const { read, busy, problem, readOn } = pages;
  const failed = problem === null ? null : <Failed problem={problem} retry={readOn} />;
  if (read === null) return failed ?? <Loading what="what breaks the rules" lines={6} />;
  const { items, total, at, next } = read;
  return (
    <>
      {items.length === 0 ? (
        <Empty title="Nothing breaks the rules." />
      ) : (
        <ViolationTable items={items} state={state} />
      )}
      {failed}
      <div class="paging">
        <p role="status">
          {items.length === 0 ? null : (
            <>
              {wholeNumber(items.length)} of {countWords(total, "resource")}, as of <Moment at={at} />
            </>
          )}
        </p>
        {next === null || problem !== null ? null : (
          <button type="button" class="button" aria-disabled={busy} onClick={() => busy || readOn()}>
            More violations
          </button>
        )}
      </div>
    </>
  );
}
