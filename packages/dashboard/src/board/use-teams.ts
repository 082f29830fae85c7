import { monthAddress } from "../api/addresses.ts";
import type { ReportAnswer } from "../api/answers.ts";
import type { Session } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { START } from "../state/page-state.ts";
import type { ShownMonth } from "../state/shown.ts";

/** The teams that can be chosen: one's own, and for who sees all those of the month. */
export function useTeams(month: ShownMonth | null, session: Session | null): readonly string[] {
  const address =
    month === null || session?.seesAll !== true
      ? null
      : monthAddress({ state: START, month }, "report", { groupBy: "team", limit: "10000" });
  const { known } = useAnswer<ReportAnswer>(address, null);
  const named = (known?.answer.rows ?? []).flatMap(({ team = null }) => (team === null ? [] : [team]));
  return [...new Set([...(session?.teams ?? []), ...named])].sort();
}
