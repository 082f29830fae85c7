import { monthAddress, whereOf } from "../api/addresses.ts";
import type { ReportAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { including, Selector } from "../parts/selector.tsx";
import type { MonthChoice } from "../state/choice.ts";
import { filtersIn, withoutFilters } from "../state/filtering.ts";
import { FILTERS, type Filter, KEYS } from "../state/keys.ts";
import { Link } from "../state/link.tsx";
import { show } from "../state/navigation.ts";
import { visible } from "../words/visible.ts";

/** To which part of a team's spend the page is narrowed. */
export function Filters({ choice }: { readonly choice: MonthChoice }) {
  const { state } = choice;
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {FILTERS.map((filter) => (
        <FilterChoice key={filter} filter={filter} choice={choice} />
      ))}
      {filtersIn(state) === null ? null : (
        <Link to={withoutFilters(state)} class="button">
          Clear filters
        </Link>
      )}
    </form>
  );
}

/** The values that are left of one fact under all other filters. */
function FilterChoice({ filter, choice }: { readonly filter: Filter; readonly choice: MonthChoice }) {
  const { state } = choice;
  const chosen = state[filter];
  const address = monthAddress(choice, "report", {
    groupBy: filter,
    where: whereOf({ ...state, [filter]: null }),
    limit: "10000",
  });
  const { known } = useAnswer<ReportAnswer>(address, null);
  const values = (known?.answer.rows ?? []).map((row) => row[filter] ?? "");
  return (
    <Selector
      label={KEYS[filter].replace(/^./, (first) => first.toUpperCase())}
      value={chosen === null ? ALL : `=${chosen}`}
      choose={(value) => show({ ...state, [filter]: value === ALL ? null : value.slice(1) })}
    >
      <option value={ALL}>all</option>
      {including(values, chosen).map((value) => (
        <option key={value} value={`=${value}`}>
          {value === "" ? `no ${KEYS[filter]}` : visible(value)}
        </option>
      ))}
    </Selector>
  );
}

// No value, for each of those begins with a sign.
const ALL = "all";
