import { Empty } from "../parts/states.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import type { Shown } from "../state/shown.ts";
import { monthWords } from "../words/dates.ts";
import { BASES } from "../words/words.ts";

/** Why there is no report to see, and where one is. */
export function NoReport({ shown, state }: { readonly shown: Shown; readonly state: PageState }) {
  const { period, basis, periods } = shown;
  if (period === null || periods.length === 0) {
    return (
      <Empty title="No bill was read, so there is nothing to divide.">
        <p>What a month costs, and whom, shows here once a bill is read.</p>
      </Empty>
    );
  }
  return (
    <Empty title={`There is no report of ${monthWords(period)} at ${BASES[basis]}.`}>
      <p>
        <Link to={{ ...state, period: null, basis: null }}>See the newest report</Link>
      </p>
    </Empty>
  );
}
