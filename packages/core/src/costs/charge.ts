import type { Amount } from "./money.ts";

/** How a charge is valued: effective (amortised), billed (as invoiced), contracted or list. */
export const BASES = ["effective", "billed", "contracted", "list"] as const;

/** One of the four ways to value a charge. */
export type Basis = (typeof BASES)[number];

/** What a provider's bill says about a charge; an empty text where it says nothing. */
export interface ChargeFacts {
  readonly account: string;
  readonly region: string;
  /** The provider's service code, such as `AmazonEC2`. */
  readonly service: string;
  /** The provider's service or product name. */
  readonly serviceName: string;
  readonly usageType: string;
  /** CUR: the line item type; FOCUS: the charge category. */
  readonly lineItemType: string;
  /** Whether the charge is the part of a commitment that nobody used. */
  readonly unusedCommitment: boolean;
  /** The type of the commitment that covered it, where that is not its line item type. */
  readonly commitment?: string;
  readonly resource: string;
  readonly principal: string;
  readonly invoice: string;
  readonly issuer: string;
  /** Raw values of the tag keys asked for, in their order. */
  readonly tags: readonly string[];
}

/** What charges come to on a basis. */
export interface BasisAmounts {
  readonly amount: Amount;
  /** The part of `amount` on lines above zero: what `follow` divides by. */
  readonly positive: Amount;
}

/** Charges of one period and currency that no rule can tell apart, summed exactly. */
export interface ChargeGroup extends ChargeFacts, BasisAmounts {
  /** How many of the instants asked for had come when the charges began; 0 before the first. */
  readonly epoch: number;
  /** The number of these facts among those of a stored bill. */
  readonly combination?: number;
  /** What the ledger says it was tagged with when it was used, by the same keys as `tags`. */
  readonly dated?: readonly string[];
  /** Whether a charge placed by a policy names the same resource. */
  readonly followed: boolean;
  readonly lines: number;
  readonly billed: Amount;
  /** `amount` and `positive` are on the chosen basis; this is on others, where they were asked for as well. */
  readonly besides?: Readonly<Partial<Record<Basis, BasisAmounts>>>;
}
