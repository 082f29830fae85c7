import type { Config } from "../config/definition.ts";
import { type Attributed, type AttributionObserver, attribute } from "../costs/attribution/attribute.ts";
import type { Basis } from "../costs/charge.ts";
import { chargeNeeds } from "../costs/query.ts";
import { TagledgerError } from "../errors.ts";
import type { Bill, BillSource, Bills, Hash } from "../ports.ts";
import { type ChosenContents, chooseContents, contentsOf, sourceNames } from "./choose-contents.ts";
import { followersOf } from "./followers-of.ts";

/** Which bill is to be attributed, and how it is valued. */
export interface AttributionRequest {
  readonly config: Config;
  readonly bill: readonly string[];
  /** `YYYY-MM`; needed only where the bill holds several. */
  readonly period?: string | undefined;
  /** Needed only where the bill holds several. */
  readonly currency?: string | undefined;
  readonly basis: Basis;
}

/** A month of a bill, every charge where it counts before pools are divided. */
export interface AttributedBill {
  readonly chosen: ChosenContents;
  readonly attributed: Attributed;
  readonly sources: readonly BillSource[];
}

/**
 * Reads a month of a bill and says where its charges count.
 *
 * @throws bad-input when the bill cannot be read, or period or currency must be chosen
 */
export async function attributeBill(
  ports: { bills: Bills; hash: Hash },
  request: AttributionRequest,
  observer?: AttributionObserver,
): Promise<AttributedBill> {
  const { config, basis } = request;
  const needs = chargeNeeds(config);
  const bill = await ports.bills.open(request.bill, { basis, needs });
  try {
    const chosen = chooseContents(bill, request, config);
    const charges = bill.charges({ ...chosen, followers: followersOf(bill, config) });
    const { sha256 } = ports.hash;
    const attributed = await attribute(charges, { config, ...chosen, ...needs, sha256 }, observer);
    refuseLostLines(bill, chosen, attributed);
    return { chosen, attributed, sources: bill.sources };
  } finally {
    await bill.close();
  }
}

/** The lines that were divided are those that were found when the bill was opened, or it changed in between. */
function refuseLostLines(
  { contents, sources }: Bill,
  chosen: ChosenContents,
  { reconciliation }: Attributed,
): void {
  const expected = contentsOf(contents, chosen).reduce((total, { lines }) => total + lines, 0);
  if (reconciliation.lines === expected) return;
  const message = `${sourceNames(sources)}: ${expected} lines were found and ${reconciliation.lines} were read; did the bill change meanwhile?`;
  throw new TagledgerError("outside-failure", message, { expected, read: reconciliation.lines });
}
