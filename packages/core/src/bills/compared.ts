import type { Basis } from "../costs/charge.ts";
import type { Difference } from "./change.ts";
import type { BillVersion, VersionStatus } from "./version.ts";

/** A version that was held against another. */
export interface ComparedVersion extends Pick<BillVersion, "id" | "export" | "sequence" | "deliveredAt"> {
  readonly status: VersionStatus;
  readonly lines: number;
}

/** How two versions of a period's bill differ, both placed by the rules of today. */
export interface ComparedVersions {
  /** `YYYY-MM` */
  readonly period: string;
  readonly basis: Basis;
  readonly currency: string;
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
  readonly difference: Difference;
}
