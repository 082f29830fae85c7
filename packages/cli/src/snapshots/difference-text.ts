import type { Amount } from "@tagledger/core/costs/money";
import { figure, left, right } from "@tagledger/core/reports/audit/tables";
import { layOut } from "@tagledger/core/reports/render/text/table";
import { SHORT_SNAPSHOT } from "@tagledger/core/reports/render/wording/words";
import { CAUSES, type SnapshotDifference, type TeamDifference } from "@tagledger/core/snapshots/difference";
import { visible } from "@tagledger/core/text/visible";
import { changeText, moneyText } from "../bills/amounts-text.ts";

/** How many teams are named, those with the largest differences first. */
const MOST_TEAMS = 12;

/** For whom a snapshot differs from the one before, by how much, and what did it. */
export function differenceLines(
  { since, teams }: SnapshotDifference,
  currency: string,
  width: number,
): string[] {
  const before = since.slice(0, SHORT_SNAPSHOT);
  if (teams.length === 0) return [`  no total differs from that in ${before}`];
  const ranked = [...teams].sort((a, b) => (size(b) > size(a) ? 1 : size(b) < size(a) ? -1 : 0));
  const rows = ranked.slice(0, MOST_TEAMS).map((team) => rowOf(team, currency));
  const rest = teams.length - rows.length;
  const explained = teams.every(({ causes }) => causes !== null);
  return [
    ...layOut(
      {
        columns: [left(`since ${before}`), right("now"), right("change"), ...CAUSES.map(right)],
        rows: rest === 0 ? rows : [...rows, [`${figure(rest)} more`]],
      },
      width,
    ),
    ...(explained ? [] : ["  causes are not told: what the rules of before ask for is no longer kept"]),
  ];
}

function rowOf({ team, before, after, causes }: TeamDifference, currency: string): string[] {
  return [
    team === null ? "nobody" : visible(team),
    moneyText(after, currency),
    changeText(after - before, currency),
    ...CAUSES.map((cause) => (causes === null ? "" : changeText(causes[cause], currency))),
  ];
}

function size({ before, after }: TeamDifference): Amount {
  return after > before ? after - before : before - after;
}
