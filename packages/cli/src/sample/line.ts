import type { Account } from "./company/accounts.ts";
import type { Reservation, SavingsPlan } from "./company/commitments.ts";
import type { Region } from "./company/regions.ts";
import type { Tags } from "./company/tags.ts";
import type { Decimal } from "./decimal.ts";
import type { Month, Span } from "./month.ts";
import type { Product } from "./products.ts";

/** What a bill may call a line. */
export type LineType =
  | "Usage"
  | "SavingsPlanCoveredUsage"
  | "SavingsPlanNegation"
  | "SavingsPlanRecurringFee"
  | "SavingsPlanUpfrontFee"
  | "DiscountedUsage"
  | "RIFee"
  | "Fee"
  | "Tax"
  | "Credit"
  | "Refund"
  | "EdpDiscount"
  | "PrivateRateDiscount"
  | "BundledDiscount";

/** What is charged, over and over: the part that all lines of one line id have in common. */
export interface Item {
  readonly type: LineType;
  readonly account: Account;
  readonly product: Product;
  readonly usageType: string;
  readonly operation: string;
  readonly unit: string;
  readonly rate: Decimal;
  readonly description: string;
  /** Absent for what has no region. */
  readonly region?: Region;
  /** As the bill names the resource; absent where it names none. */
  readonly resourceId?: string;
  readonly tags: Tags;
  readonly principal?: string;
  readonly zone?: string;
  readonly machine?: string;
  /** The Savings Plan that covers it, or whose fee it is, and the plan's rate for it. */
  readonly plan?: SavingsPlan;
  readonly planRate?: Decimal;
  /** The reservation that covers it, or whose fee it is. */
  readonly reservation?: Reservation;
  /** The month on whose bill it stands; the sample's own if left out. */
  readonly month?: Month;
  /** The machine that a pod runs on. */
  readonly parent?: string;
}

/** What split cost allocation says of one pod. */
export interface Split {
  readonly reserved: Decimal;
  readonly actual: Decimal;
  readonly split: Decimal;
  readonly ratio: Decimal;
  readonly cost: Decimal;
  readonly unused: Decimal;
}

/** One line of the bill. */
export interface Line {
  readonly item: Item;
  readonly span: Span;
  readonly quantity: Decimal;
  /** The unblended cost. */
  readonly cost: Decimal;
  /** What the same would cost on demand; zero for what is not usage. */
  readonly onDemand: Decimal;
  /** What it costs under the Savings Plan that covers it. */
  readonly effective?: Decimal;
  /** How much of its hour's commitment a Savings Plan was used for. */
  readonly used?: Decimal;
  /** How many hours of a reservation nothing used. */
  readonly unusedHours?: number;
  readonly split?: Split;
}
