import type { Session } from "../api/session.ts";
import type { PageState } from "./page-state.ts";
import type { ShownMonth } from "./shown.ts";

/** What the page shows: its state, and the month that it means. */
export interface Choice {
  readonly state: PageState;
  /** Null where there are no figures of what was asked for. */
  readonly month: ShownMonth | null;
}

/** What the page shows where there are figures. */
export interface MonthChoice extends Choice {
  readonly month: ShownMonth;
}

/** What every panel is given. */
export interface PanelProps {
  readonly choice: Choice;
  readonly session: Session;
}

/** What a panel about a month is given. */
export interface MonthPanelProps extends PanelProps {
  readonly choice: MonthChoice;
}
