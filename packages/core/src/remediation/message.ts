import type { Finding } from "../tags/finding.ts";
import type { Addressee, Happened } from "./deed.ts";

/** What is said of one resource. */
export type MessageItem = {
  /** Its ARN, else its name in the ledger. */
  readonly resource: string;
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  /** Who made it, as far as that is known. */
  readonly actor: string | null;
  readonly happened: Happened;
  /** How its tags deviate. */
  readonly findings: readonly Finding[];
  /** What it costs an hour and has cost so far, as exact decimals; null where nobody knows. */
  readonly hourly: { readonly amount: string; readonly currency: string } | null;
  readonly soFar: { readonly amount: string; readonly currency: string } | null;
  /** Epoch milliseconds from which it may be quarantined; null where nothing of the kind is planned. */
  readonly deadline: number | null;
  /** What would be, or was, done to it, as `ec2:stop`. */
  readonly remedy: string | null;
  /** The place in the configuration that decided, and the hash of that configuration. */
  readonly decidedBy: { readonly rule: string; readonly configuration: string };
  /** The line for a shell that puts its tags right; null where none could. */
  readonly fix: string | null;
  /** The text of the change where it comes from, for the owner of what controls it; null where nothing does. */
  readonly factory: string | null;
  /** Anything else that people should know, in sentences. */
  readonly remarks: readonly string[];
};

/** What somebody is told at once. */
export type Message = {
  /** The same whenever it is sent again, so that channels that can tell may leave it out. */
  readonly id: string;
  readonly to: Addressee;
  /** True where the fallback hears of it as well, though a team does. */
  readonly withFallback?: true;
  /** Epoch milliseconds. */
  readonly at: number;
  /** At least one. */
  readonly items: readonly MessageItem[];
};
