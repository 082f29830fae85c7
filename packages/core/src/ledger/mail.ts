import type { Basis } from "../costs/charge.ts";

/** That a mail of a month was sent, or is being sent: of a team or, where that is null, of all teams to the platform. */
export interface MailRecord {
  /** The hash of period, basis, snapshot and team: what is sent once. */
  readonly id: string;
  /** `YYYY-MM` */
  readonly period: string;
  readonly basis: Basis;
  readonly snapshot: string;
  readonly team: string | null;
  readonly state: "draft" | "final";
  /** The figures that its reader sees first, as they see them. */
  readonly figures: readonly string[];
  readonly status: "sending" | "sent" | "failed";
  /** When that came about, in epoch milliseconds. */
  readonly at: number;
  /** Until when nobody else tries, in epoch milliseconds, where it is being sent: whoever does may have died. */
  readonly until: number | null;
  /** How often it was tried. */
  readonly attempts: number;
  readonly to: readonly string[];
  /** Addresses that were left out, as mail to them came back or its reader complained. */
  readonly left: readonly string[];
  /** Those of `to` of which that became known afterwards. */
  readonly bounced: readonly string[];
  /** What the service called the mail that it took. */
  readonly messageId: string | null;
  /** Why it was not taken. */
  readonly problem: string | null;
  /** From when on it may be forgotten, in epoch milliseconds: it holds addresses of people. */
  readonly expires: number;
}

/** What is known of an address to which mail did not come, or whose reader does not want it. */
export interface AddressRecord {
  /** In lower case. */
  readonly address: string;
  /** `bounced` for good, `complained`, or `delayed`: only the first two end all mail to it. */
  readonly kind: "bounced" | "complained" | "delayed";
  /** Epoch milliseconds. */
  readonly at: number;
  readonly why: string;
  /** From when on it may be forgotten, and is written to again, in epoch milliseconds. */
  readonly expires: number;
}

/** A record as it was found; revision 0 where there is none. */
export interface Revised<Kept> {
  readonly record: Kept | null;
  /** Counts the changes; whoever changes it says which one they have seen. */
  readonly revision: number;
}

/** A change of what is known of mail: refused when it has another revision than was seen. */
export type MailWrite =
  | { readonly kind: "mail"; readonly record: MailRecord; readonly revision: number }
  | { readonly kind: "address"; readonly record: AddressRecord; readonly revision: number };
