import type { Config } from "../../config/definition.ts";
import type { BillRecords } from "../../ports/ingestion.ts";
import type { Mailer, MailRecords } from "../../ports/mail.ts";
import type { SnapshotRecords } from "../../ports/snapshots.ts";
import type { Hash, Ledger } from "../../ports.ts";

/** What letters of a month are made from. */
export interface LetterPorts {
  readonly snapshots: Pick<SnapshotRecords, "state" | "read" | "readDetail">;
  readonly bills: Pick<BillRecords, "period">;
  readonly ledger: Pick<Ledger, "resources" | "accruals">;
  readonly mail: MailRecords;
  readonly hash: Hash;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** By what letters are sent as well. */
export interface MailPorts extends LetterPorts {
  readonly mailer: Mailer;
}

/** Of which month whom is written to. */
export interface MailRequest {
  /** `YYYY-MM` */
  readonly period: string;
  /** The configuration in force: whom to write to. */
  readonly config: Config;
  /** Only these, without the platform; all and the platform if left out. */
  readonly teams?: readonly string[] | undefined;
  /** Whether a snapshot is mailed whose figures are those of the mail before. */
  readonly unchanged?: boolean | undefined;
  /**
   * For how many milliseconds nobody who had a mail about the month gets another, whatever is divided anew, unless it was closed
   * meanwhile; not at all if left out.
   */
  readonly rest?: number | undefined;
}
