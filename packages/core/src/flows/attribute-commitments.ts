import type { AttributionObserver } from "../costs/attribution/attribute.ts";
import { borneAt } from "../costs/commitments/borne.ts";
import { pooledCommitments } from "../costs/commitments/pooled.ts";
import { CommitmentTally } from "../costs/commitments/tally.ts";
import type { Bills, Hash } from "../ports.ts";
import type { ShowbackCommitments } from "../reports/commitments.ts";
import { type AttributedBill, type AttributionRequest, attributeBill } from "./attribute-bill.ts";
import { onOtherBases } from "./other-bases.ts";

/** A month of a bill, with commitments as the configuration wants them, and who bears what of them. */
export interface CommittedBill extends AttributedBill {
  /** Absent where the bill holds none, and on other bases than effective cost. */
  readonly commitments: ShowbackCommitments | undefined;
}

/**
 * Reads a month of a bill and says where its charges count, commitments pooled where the configuration says so. List
 * prices, which tell what commitments save, take a second look at the bill.
 *
 * @throws bad-input when the bill cannot be read, or period or currency must be chosen
 */
export async function attributeCommitments(
  ports: { bills: Bills; hash: Hash },
  request: AttributionRequest,
  observer: AttributionObserver = {},
): Promise<CommittedBill> {
  const { config, basis } = request;
  const tally = new CommitmentTally();
  const bill = await attributeBill(ports, request, {
    placed(group, destination, placement) {
      tally.placed(group, destination);
      observer.placed?.(group, destination, placement);
    },
  });
  const { chosen, attributed } = bill;
  if (basis !== "effective" || tally.isEmpty) return { ...bill, commitments: undefined };
  const prices = new CommitmentTally();
  const read = (again: AttributionRequest) => attributeBill(ports, again, prices);
  const { attributed: others, absent } = await onOtherBases(read, { ...request, ...chosen }, ["list"]);
  const list = others.get("list");
  const borne = borneAt(
    tally.sums(attributed),
    list === undefined ? null : prices.sums(list),
    chosen.currency,
  );
  const reason = absent[0]?.why ?? null;
  if (config.commitments === "as-applied" || list === undefined)
    return { ...bill, commitments: { borne, pooled: false, reason } };
  // Pooled figures follow from list prices as well, so that other prices are another snapshot.
  const fingerprint = ports.hash.sha256(JSON.stringify([attributed.fingerprint, list.fingerprint]));
  return {
    ...bill,
    attributed: { ...pooledCommitments(attributed, borne), fingerprint },
    commitments: { borne, pooled: true, reason },
  };
}
