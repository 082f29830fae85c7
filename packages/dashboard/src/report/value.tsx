import type { MonthKey } from "@tagledger/core/reports/month/keys";
import { NameOr } from "../parts/name.tsx";
import { FILTERS, type Filter, KEYS } from "../state/keys.ts";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";

/** What a row is grouped by; a link to no more than that, where the page can be narrowed to it. */
export function Value(given: {
  readonly of: MonthKey;
  readonly value: string | null;
  readonly state: PageState;
}) {
  const { of, value, state } = given;
  const name = <NameOr value={value} missing={`no ${KEYS[of]}`} />;
  const narrowed = narrowTo(state, of, value);
  return narrowed === null ? name : <Link to={narrowed}>{name}</Link>;
}

function narrowTo(state: PageState, of: MonthKey, value: string | null): PageState | null {
  if (of === "team") return value === null ? null : { ...state, team: value, owner: null };
  return isFilter(of) ? { ...state, [of]: value ?? "" } : null;
}

function isFilter(key: MonthKey): key is Filter {
  return FILTERS.some((filter) => filter === key);
}
