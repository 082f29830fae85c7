import type { Amount } from "../costs/money.ts";
import type { PriceSource, UnknownPrice } from "./price.ts";

/** What AWS charges for, and per what: an hour, or a month of one GB, one IOPS or one MiB/s. */
export const ITEMS = {
  "ec2-linux": "hour",
  "ec2-windows": "hour",
  "ebs-storage": "month",
  "ebs-iops": "month",
  "ebs-throughput": "month",
  "nat-gateway": "hour",
  "eks-cluster": "hour",
  "eks-extended-support": "hour",
  "sagemaker-instance": "hour",
  "sagemaker-storage": "month",
  "rds-instance": "hour",
  "rds-storage": "month",
} as const satisfies Record<string, "hour" | "month">;

/** The name of something that AWS charges for. */
export type Item = keyof typeof ITEMS;

/** Which unit price is wanted. */
export interface RateQuery {
  readonly item: Item;
  /** Which of its kind: `m5.large`, `gp3`, `Training ml.g5.xlarge`, `PostgreSQL Single-AZ db.t3.micro`. */
  readonly name: string;
  readonly region: string;
}

/** What one unit costs, per hour or month as {@link ITEMS} says. */
export interface Rate {
  readonly amount: Amount;
  /** ISO 4217. */
  readonly currency: string;
  readonly source: PriceSource;
}

/** Where unit prices are looked up. */
export interface RateBook {
  /** @throws outside-failure where prices cannot be reached */
  rate(query: RateQuery): Promise<Rate | UnknownPrice>;
}
