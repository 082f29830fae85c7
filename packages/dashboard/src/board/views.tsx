import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { ALL_VIEWS, inView, VIEWS, type View } from "../state/views.ts";

/** The parts in which the page is shown, to choose from. */
export function Views({ view, state }: { readonly view: View; readonly state: PageState }) {
  return (
    <nav class="views" aria-label="Views">
      <ul>
        {ALL_VIEWS.map((each) => (
          <li key={each}>
            <Link to={inView(state, each)} current={each === view && "page"} top>
              {VIEWS[each]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
