import type { ResourceCountsView } from "@tagledger/core/ledger/view/resource";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { ALL_CHOICES, CHOICES, FIRST_CHOICE, type VerdictChoice } from "../state/verdict-choice.ts";
import { wholeNumber } from "../words/words.ts";
import { countOf } from "./counts.ts";

/** Which resources to list, and how many there are of each. */
export function Chips({
  counts,
  state,
}: {
  readonly counts: ResourceCountsView | null;
  readonly state: PageState;
}) {
  const chosen = state.verdict ?? FIRST_CHOICE;
  return (
    <nav class="chips" aria-label="Resources by verdict">
      <ul>
        {ALL_CHOICES.map((choice) => (
          <li key={choice}>
            <Link to={stateOf(state, choice)} class={`chip chip-${choice}`} current={choice === chosen}>
              {CHOICES[choice].says}
              {counts === null ? null : <b> {wholeNumber(countOf(counts, choice))}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function stateOf(state: PageState, choice: VerdictChoice): PageState {
  return { ...state, verdict: choice === FIRST_CHOICE ? null : choice };
}
