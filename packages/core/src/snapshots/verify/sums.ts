import { type Amount, formatAmount, sum } from "../../costs/money.ts";
import type { Report } from "../../reports/report.ts";
import { groupRows } from "../../reports/rows.ts";
import type { Snapshot } from "../snapshot.ts";
import { differing } from "./differing.ts";
import { type Proof, proof } from "./proof.ts";

/** Proves that the figures of a snapshot add up, from the snapshot alone. */
export function proofsOfSums({ report, difference }: Snapshot): Proof[] {
  const { totals, reconciliation, currency } = report;
  const parts = totals.direct + totals.shared + totals.unallocated + totals.excluded;
  const bridge = sum(reconciliation.bridge.map(({ amount }) => amount));
  const money = (amount: Amount) => `${formatAmount(amount)} ${currency}`;
  return [
    proof("direct + shared + unallocated + excluded = the bill", money(totals.bill), [
      ...equal("direct + shared + unallocated + excluded", parts, totals.bill),
      ...equal("what was reported of the bill", reconciliation.reported, totals.bill),
      ...equal("the bill less what was reported", reconciliation.bill - reconciliation.reported, 0n),
      ...equal("the difference told", reconciliation.difference, 0n),
    ]),
    proof("billed + bridge = the bill", `${money(reconciliation.billed)} + ${formatAmount(bridge)}`, [
      ...equal("billed + bridge", reconciliation.billed + bridge, reconciliation.bill),
      ...equal(
        "the invoices",
        sum(reconciliation.invoices.map(({ billed }) => billed)),
        reconciliation.billed,
      ),
    ]),
    proof(
      "the figures of teams sum to these totals",
      `${report.rows.length} teams, ${report.leaves.length} leaves`,
      ofTeams(report),
    ),
    ...(difference === null
      ? []
      : [
          proof(
            "what changed since the snapshot before adds up",
            `${difference.teams.length} changes`,
            changes(difference, report),
          ),
        ]),
  ];
}

function ofTeams(report: Report): string[] {
  const { totals, leaves, rows, established, unallocated } = report;
  return [
    ...equal("direct cost of the leaves", sum(leaves.map(({ direct }) => direct)), totals.direct),
    ...equal("shared cost of the leaves", sum(leaves.map(({ shared }) => shared)), totals.shared),
    ...equal(
      "direct cost by how teams were established",
      sum(established.map(({ amount }) => amount)),
      totals.direct,
    ),
    ...equal("unallocated by reason", sum(unallocated.map(({ amount }) => amount)), totals.unallocated),
    ...differing(rows, groupRows(leaves, report.groupBy), "rows"),
  ];
}

function changes({ teams }: NonNullable<Snapshot["difference"]>, { leaves, totals }: Report): string[] {
  return teams.flatMap(({ team, before, after, causes }) => {
    const own = leaves.filter(({ leaf }) => leaf.team === team);
    const now =
      team === null
        ? totals.unallocated + totals.excluded
        : sum(own.map(({ direct, shared }) => direct + shared));
    const explained = causes === null ? after - before : sum(Object.values(causes));
    return [
      ...equal(`${team ?? "nobody"} after`, after, now),
      ...equal(`the causes for ${team ?? "nobody"}`, explained, after - before),
    ];
  });
}

function equal(what: string, is: Amount, wanted: Amount): string[] {
  return is === wanted ? [] : [`${what}: ${formatAmount(is)} instead of ${formatAmount(wanted)}`];
}
