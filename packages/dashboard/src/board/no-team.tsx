import { Empty } from "../parts/states.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { visible } from "../words/visible.ts";

/** Says that whoever looks sees no such team, whether there is one or not. */
export function NoTeam({ team, state }: { readonly team: string; readonly state: PageState }) {
  return (
    <Empty title={`You see no team called ${visible(team)}.`}>
      <p>
        <Link to={{ ...state, team: null }}>See your own teams</Link>
      </p>
    </Empty>
  );
}
