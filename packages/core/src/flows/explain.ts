import { placeCharges } from "../costs/attribution/place-charges.ts";
import { sum } from "../costs/money.ts";
import { type ChargeNeeds, chargeNeeds, OPTIONAL_FACTS } from "../costs/query.ts";
import { TagledgerError } from "../errors.ts";
import type { Bill } from "../ports.ts";
import { type Explained, explain, poolsOf } from "../snapshots/explain/explain.ts";
import type { Explanation } from "../snapshots/explain/explanation.ts";
import { LinesOf } from "../snapshots/explain/lines.ts";
import { withPooled } from "../snapshots/explain/pooled.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";
import { followersOf } from "./followers-of.ts";

/** What an explanation is made with. */
export interface ExplainPorts {
  /** Opens the bill that a snapshot was made of; null where it is not kept any more. */
  readonly open: (needs: ChargeNeeds) => Promise<Bill | null>;
}

/**
 * Explains what a team bears by a snapshot, back to the lines of the bill.
 *
 * @throws bad-input where the snapshot knows no such team or pool
 * @throws outside-failure where the bill does not come to what the snapshot says
 */
export async function explainTeam(
  { open }: ExplainPorts,
  snapshot: Snapshot,
  asked: Explained,
): Promise<Explanation> {
  // Before the bill is read: a name that is wrong is told at once.
  explain(snapshot, asked, null);
  const bill = await open(detailed(snapshot));
  if (bill === null) return explain(snapshot, asked, null);
  try {
    const pools = poolsOf(snapshot, asked);
    const lines = new LinesOf({ pools: new Set(pools.map(({ pool }) => pool)), team: asked.team });
    const { period, currency, config } = snapshot;
    const charges = bill.charges({ period, currency, followers: followersOf(bill, config) });
    const needs = chargeNeeds(config);
    const placed = await placeCharges(charges, { config, currency, ...needs }, lines.placed);
    const found = explain(snapshot, asked, lines.of(placed));
    const explanation = snapshot.report.commitments?.pooled === true ? withPooled(found) : found;
    refuseOthers(explanation);
    return explanation;
  } finally {
    await bill.close();
  }
}

/** All facts by which lines are told apart, also those that no rule looks at. */
function detailed({ config }: Snapshot): ChargeNeeds {
  const facts = OPTIONAL_FACTS.filter((fact) => fact !== "principal");
  const needs = chargeNeeds(config);
  return { ...needs, facts: new Set([...needs.facts, ...facts]) };
}

function refuseOthers({ pools, established }: Explanation): void {
  const parts = [
    ...pools.map(({ pool, amount, lines }) => ({ what: pool, amount, lines })),
    ...(established ?? []).map(({ by, amount, lines }) => ({ what: `direct cost by ${by}`, amount, lines })),
  ];
  for (const { what, amount, lines } of parts) {
    if (lines === null || sum(lines.map((line) => line.amount)) === amount) continue;
    const message = `${what}: the lines of the bill do not sum to what the snapshot says; tagledger verify tells more`;
    throw new TagledgerError("outside-failure", message, { what });
  }
}
