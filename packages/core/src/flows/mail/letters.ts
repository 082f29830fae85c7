import { badInput, TagledgerError } from "../../errors.ts";
import type { Letter } from "../../ports/mail.ts";
import { makeStatement } from "../../reports/mail/statement.ts";
import { type MailTrouble, makeSummary, teamsIn } from "../../reports/mail/summary.ts";
import type { MonthCell } from "../../reports/month/cell.ts";
import { figure } from "../../reports/render/wording/figure.ts";
import type { Snapshot } from "../../snapshots/snapshot.ts";
import { teamBudgets } from "../../snapshots/team-budgets.ts";
import { inParallel } from "../in-parallel.ts";
import { permalink } from "./link.ts";
import type { LetterPorts, MailRequest } from "./ports.ts";
import { readMonths } from "./read-months.ts";
import { knownAddresses, platformRecipients, type Recipients, teamRecipients } from "./recipients.ts";
import { violationsByTeam } from "./violations.ts";

/** A letter that could be sent, and whom it would go to. */
export interface Draft extends Recipients {
  /** Null for the platform. */
  readonly team: string | null;
  /** What is sent once: of period, basis, snapshot and team. */
  readonly id: string;
  readonly content: Letter["content"];
  /** The figures that its reader sees first. */
  readonly figures: readonly string[];
}

/** The letters of a month. */
export interface Letters {
  readonly month: Snapshot;
  /** Of each team that bears something, ordered by name. */
  readonly teams: readonly Draft[];
  /** To the platform, with what is wrong about the mail of teams; null where only teams are asked for. */
  readonly summary: ((trouble: readonly MailTrouble[]) => Draft) | null;
}

/**
 * Writes the letters of a month from the snapshot that is read of it.
 *
 * @throws bad-input where no snapshot of the month was made, or a team that was asked for bears nothing of it
 */
export async function lettersOf(ports: LetterPorts, request: MailRequest): Promise<Letters> {
  const { config, period } = request;
  const { month, since } = await readMonths(ports.snapshots, period);
  const [{ closed }, addresses, violations] = await Promise.all([
    ports.bills.period(period),
    ports.mail.addresses(),
    violationsByTeam(ports, month.currency),
  ]);
  const known = knownAddresses(addresses, ports.clock());
  const state = closed === null ? "draft" : "final";
  const common = (team: string | null) =>
    ({
      month,
      state,
      link: permalink(config, month, team),
      violations: violations.get(team) ?? [],
    }) as const;
  const shown = (...amounts: readonly bigint[]) => amounts.map((amount) => figure(amount, month.currency));
  const idOf = (team: string | null) =>
    ports.hash.sha256(JSON.stringify([period, month.basis, month.id, team]));
  return {
    month,
    teams: await inParallel(chosen(teamsIn(month), request), async (team): Promise<Draft> => {
      const cells = await cellsOf(ports, month, team);
      const budgets = teamBudgets(month, team);
      const content = makeStatement(team, { ...common(team), since, budgets, cells });
      const figures = shown(content.direct, content.shared);
      return { team, id: idOf(team), content, figures, ...teamRecipients(config, team, known) };
    }),
    summary:
      request.teams !== undefined
        ? null
        : (trouble) => {
            const content = makeSummary({ ...common(null), before: since?.before ?? null, trouble });
            const { bill, unallocated } = content.totals;
            const figures = shown(bill, unallocated);
            return { team: null, id: idOf(null), content, figures, ...platformRecipients(config, known) };
          },
  };
}

/** What a team's money is made of; a letter goes without what is not as it was kept, rather than not at all. */
async function cellsOf(
  { snapshots }: LetterPorts,
  { id }: Snapshot,
  team: string,
): Promise<readonly MonthCell[] | null> {
  try {
    return (await snapshots.readDetail(id, { kind: "team", name: team }))?.cells ?? null;
  } catch (error) {
    // A store that cannot be reached may hold it all the same: the mail is tried again.
    if (error instanceof TagledgerError && typeof error.fields.hash === "string") return null;
    throw error;
  }
}

function chosen(all: readonly string[], { teams, period }: MailRequest): readonly string[] {
  const unknown = teams?.filter((team) => !all.includes(team)) ?? [];
  if (unknown.length > 0)
    throw badInput(`${unknown.join(", ")}: bears nothing of ${period}; those that do are ${all.join(", ")}`);
  return teams === undefined ? all : all.filter((team) => teams.includes(team));
}
