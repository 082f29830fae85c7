import type { OverviewView } from "@tagledger/core/flows/overview";
import { ResourcesSection } from "../resources/resources-section.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Shown } from "../state/shown.ts";
import { BrokenInputs } from "./inputs.tsx";
import { NoReport } from "./no-report.tsx";
import { SpendView } from "./spend-view.tsx";
import { Title } from "./title.tsx";

/** The page: a month's spend, and the resources. */
export function Board(given: {
  readonly overview: OverviewView;
  readonly shown: Shown;
  readonly state: PageState;
  /** While a story is told. */
  readonly hidden: boolean;
}) {
  const { overview, shown, state, hidden } = given;
  const { published, period } = shown;
  return (
    <main id={hidden ? undefined : "main"} hidden={hidden}>
      <Title published={published} period={period} team={state.team} />
      <BrokenInputs inputs={overview.inputs} />
      {published === null ? (
        <NoReport shown={shown} state={state} />
      ) : (
        <SpendView published={published} state={state} />
      )}
      <ResourcesSection state={state} period={period} />
    </main>
  );
}
