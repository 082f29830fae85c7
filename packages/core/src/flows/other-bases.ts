import type { Attributed } from "../costs/attribution/attribute.ts";
import type { Basis } from "../costs/charge.ts";
import { TagledgerError } from "../errors.ts";
import type { AttributedBill, AttributionRequest } from "./attribute-bill.ts";

/** A bill on bases other than the one that was asked for. */
export interface OtherBases {
  readonly attributed: ReadonlyMap<Basis, Attributed>;
  /** Bases on which the bill cannot be read, and why. */
  readonly absent: readonly { readonly basis: Basis; readonly why: string }[];
}

/** Reads a bill on one basis. */
export type ReadBill = (request: AttributionRequest) => Promise<AttributedBill>;

/** Reads a bill, which was read whole on one basis, on others. */
export async function onOtherBases(
  read: ReadBill,
  request: AttributionRequest,
  wanted: readonly Basis[],
): Promise<OtherBases> {
  const attributed = new Map<Basis, Attributed>();
  const absent: { basis: Basis; why: string }[] = [];
  for (const basis of wanted.filter((each) => each !== request.basis)) {
    try {
      attributed.set(basis, (await read({ ...request, basis })).attributed);
    } catch (error) {
      // The same bill was read before, so that what is wrong now is only what it lacks for this basis.
      if (!(error instanceof TagledgerError) || error.code !== "bad-input") throw error;
      absent.push({ basis, why: error.message });
    }
  }
  return { attributed, absent };
}
