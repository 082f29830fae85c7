import { filtersIn, withoutFilters } from "../state/filtering.ts";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";

/** Says of a view that nothing in it can be narrowed by what is chosen elsewhere. */
export function Unfiltered({ state }: { readonly state: PageState }) {
  const words = filtersIn(state);
  if (words === null) return null;
  return (
    <p class="unfiltered">
      {words} narrows nothing here. <Link to={withoutFilters(state)}>Clear filters</Link>
    </p>
  );
}
