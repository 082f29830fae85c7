import { Selector } from "../parts/selector.tsx";
import { isKey, KEYS } from "../state/keys.ts";
import { show } from "../state/navigation.ts";
import type { PageState } from "../state/page-state.ts";
import { type groupingOf, keysFor, regrouped } from "./grouping.ts";

const MOST = 3;

/** By what the report is grouped: first, then, and where that is not enough, once more. */
export function GroupChoice({
  grouping,
  state,
}: {
  readonly grouping: ReturnType<typeof groupingOf>;
  readonly state: PageState;
}) {
  const places = Math.max(2, Math.min(grouping.length + 1, MOST), grouping.length);
  return (
    <form class="selectors" aria-label="Grouping" onSubmit={(event) => event.preventDefault()}>
      {Array.from({ length: places }, (_, place) => (
        <Selector
          key={place}
          label={place === 0 ? "Group by" : place === 1 ? "then by" : "and by"}
          value={grouping[place] ?? ""}
          choose={(value) =>
            show({ ...state, groupBy: regrouped(grouping, place, isKey(value) ? value : null) })
          }
        >
          {place === 0 ? null : <option value="">nothing more</option>}
          {keysFor(grouping, place).map((key) => (
            <option key={key} value={key}>
              {KEYS[key]}
            </option>
          ))}
        </Selector>
      ))}
    </form>
  );
}
