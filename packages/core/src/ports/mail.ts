import type { AddressRecord, MailRecord, MailWrite, Revised } from "../ledger/mail.ts";
import type { Transacted } from "../ledger/write.ts";
import type { Statement } from "../reports/mail/statement.ts";
import type { Summary } from "../reports/mail/summary.ts";

/** One mail that is to be sent. */
export interface Letter {
  /** The same whenever it is sent again. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly from: string;
  /** At least one. */
  readonly to: readonly string[];
  readonly content: Statement | Summary;
}

/** How letters leave. */
export interface Mailer {
  /**
   * Sends a letter.
   *
   * @returns what the service calls it; null where nothing does
   * @throws Error where it was not taken, or nobody knows
   */
  send(letter: Letter): Promise<{ readonly messageId: string | null }>;
}

/** Where it is kept which mail was sent, and where mail does not come. */
export interface MailRecords {
  mail(period: string, id: string): Promise<Revised<MailRecord>>;
  /** All mail of a month, in no order. */
  mails(period: string): Promise<readonly MailRecord[]>;
  address(address: string): Promise<Revised<AddressRecord>>;
  /** All addresses of which something is known, ordered. */
  addresses(): Promise<readonly AddressRecord[]>;
  /** Writes everything, or nothing where a condition does not hold. */
  transact(writes: readonly MailWrite[]): Promise<Transacted>;
}
