import type { ResourceCountsView } from "@tagledger/core/ledger/view/resource";
import { countsAddress, type ResourcesWanted } from "../api/addresses.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Section } from "../parts/section.tsx";
import { Empty, Failed, Loading } from "../parts/states.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { CHOICES, FIRST_CHOICE } from "../state/verdict-choice.ts";
import { monthWords } from "../words/dates.ts";
import { countWords, wholeNumber } from "../words/words.ts";
import { Chips } from "./chips.tsx";
import { countOf } from "./counts.ts";
import { ResourceTable } from "./resource-table.tsx";
import { type ResourceList, useReading } from "./use-reading.ts";

/** What was created, what is wrong with it, and the line that puts it right. */
export function ResourcesSection({
  state,
  period,
}: {
  readonly state: PageState;
  readonly period: string | null;
}) {
  const wanted: ResourcesWanted = {
    team: state.team ?? (state.owner === null ? null : ""),
    period: state.created === null ? null : period,
  };
  const choice = state.verdict ?? FIRST_CHOICE;
  const counts = useAnswer<ResourceCountsView>(countsAddress(wanted), null);
  const list = useReading(wanted, CHOICES[choice].verdicts);
  const known = counts.known?.answer ?? null;
  return (
    <Section
      id="resources"
      title="Resources"
      intro="What was created, what its tags lack, and the line that puts it right."
      aside={<Scope state={state} period={period} />}
      busy={counts.busy || list.busy}
    >
      {counts.problem === null ? null : <Failed problem={counts.problem} retry={counts.retry} />}
      {known?.total === 0 && !counts.busy ? (
        <NoResources narrowed={wanted.team !== null || wanted.period !== null} state={state} />
      ) : (
        <>
          <Chips counts={known} state={state} />
          <List list={list} total={known === null ? null : countOf(known, choice)} state={state} />
        </>
      )}
    </Section>
  );
}

function List(given: {
  readonly list: ResourceList;
  readonly total: number | null;
  readonly state: PageState;
}) {
  const { list, total, state } = given;
  const { items, more, busy, problem, readOn } = list;
  const shown = items?.length ?? 0;
  const choice = state.verdict ?? FIRST_CHOICE;
  const says = CHOICES[choice].says.toLowerCase();
  return (
    <>
      {items === null ? (
        problem === null && <Loading what="resources" lines={6} />
      ) : items.length === 0 ? (
        !busy && <Empty title={choice === "to-fix" ? "Nothing to fix." : `No resource is ${says}.`} />
      ) : (
        <ResourceTable resources={items} caption={`Resources, the newest first: ${says}`} state={state} />
      )}
      {problem === null ? null : <Failed problem={problem} retry={readOn} />}
      <div class="paging">
        <p role="status">
          {shown === 0
            ? ""
            : `${wholeNumber(shown)} of ${countWords(Math.max(shown, total ?? 0), "resource")}`}
        </p>
        {more && problem === null && shown > 0 ? (
          <button type="button" class="button" aria-disabled={busy} onClick={() => busy || readOn()}>
            More
          </button>
        ) : null}
      </div>
    </>
  );
}

function Scope({ state, period }: { readonly state: PageState; readonly period: string | null }) {
  return (
    <nav class="scopes" aria-label="Which resources">
      {period === null ? null : (
        <span class="segmented">
          <Link to={{ ...state, created: null }} current={state.created === null}>
            Any time
          </Link>
          <Link to={{ ...state, created: "period" }} current={state.created !== null}>
            {monthWords(period)}
          </Link>
        </span>
      )}
      {state.team === null ? (
        <span class="segmented">
          <Link to={{ ...state, owner: null }} current={state.owner === null}>
            Everybody’s
          </Link>
          <Link to={{ ...state, owner: "nobody" }} current={state.owner !== null}>
            Nobody’s
          </Link>
        </span>
      ) : null}
    </nav>
  );
}

function NoResources({ narrowed, state }: { readonly narrowed: boolean; readonly state: PageState }) {
  return narrowed ? (
    <Empty title="No resources here.">
      <p>
        <Link to={{ ...state, team: null, owner: null, created: null, verdict: "all" }}>
          See all resources
        </Link>
      </p>
    </Empty>
  ) : (
    <Empty title="No resources are known.">
      <p>They are found in CloudTrail logs, and none was read, or none of them created anything.</p>
    </Empty>
  );
}
