import type { Actor } from "../catalog/actor.ts";
import type { Stage } from "../remediation/stage.ts";
import type { Finding } from "../tags/finding.ts";
import type { State } from "../tags/lifecycle/standing.ts";
import type { Repair } from "../tags/repair/repair.ts";
import type { Evidence } from "../tags/resolve/evidence.ts";
import type { Exemption } from "../tags/verdict/exemptions.ts";
import type { Verdict } from "../tags/verdict/judge.ts";
import type { AccrualRecord } from "./accrual.ts";
import type { Fact } from "./fact.ts";

/** What a tag was from an instant on. */
export interface DatedTag {
  readonly key: string;
  /** Null where the tag was removed, or carries a value that the log hides. */
  readonly value: string | null;
  readonly hidden: boolean;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** What is known of one incarnation of a resource. */
export interface ResourceRecord {
  /** The name that {@link resourceName} gives it, which mostly is its ARN. */
  readonly resource: string;
  /** What tells it from others that had the same name: the id of the event that created it, or its creation time. */
  readonly incarnation: string;
  readonly arn: string | null;
  readonly id: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly actor: Actor | null;
  readonly team: string | null;
  readonly verdict: Verdict;
  readonly state: State;
  /** Epoch milliseconds since when its tags have not complied; null where they do. */
  readonly since: number | null;
  /** Epoch milliseconds at which it has to be looked at again; null where only news can change what is said of it. */
  readonly due: number | null;
  /** Epoch milliseconds at which it ended; null while it is there. */
  readonly ended: number | null;
  /** Whether the event of its creation was seen; what was only found later may be of any age. */
  readonly foundBy: "event" | "sweep";
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly repairs: readonly Repair[];
  /** The line for a shell that puts it right; null where it complies, or no line could. */
  readonly fix: string | null;
  /** Why it is left alone, where it is exempt. */
  readonly exemption: Exemption | null;
  /** All its tags at all times, the oldest first. */
  readonly tags: readonly DatedTag[];
  /** What was last done about it; absent where nothing was. */
  readonly remediation?: Stage;
  /** The hash of the configuration that gave the verdict. */
  readonly configuration: string;
}

/** All that is known under one name. */
export interface ResourceHistory {
  readonly resource: string;
  /** Counts the changes, from 0 where nothing is known; whoever changes it says which version they have seen. */
  readonly version: number;
  /** The oldest first. */
  readonly incarnations: readonly ResourceRecord[];
  /** What each incarnation costs, the oldest first. */
  readonly accruals: readonly AccrualRecord[];
  /** Facts of all incarnations, the oldest first: which is whose follows from the times of creation. */
  readonly facts: readonly Fact[];
}
