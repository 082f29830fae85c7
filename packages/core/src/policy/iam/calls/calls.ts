import type { Call } from "../../../catalog/type-facts.ts";
import type { Conditions } from "../document.ts";

/**
 * The ARNs that a call is about, of `{partition}` and `{account}`. The region is open: which may be used is a condition.
 */
export type ArnPattern = "*" | `arn:{partition}:${string}`;

/** What a call takes besides the resource that it is made for. */
export interface Need {
  readonly calls: readonly Call[];
  readonly arns: readonly ArnPattern[];
  readonly when?: Conditions;
}

/** How the resources of a type are quarantined and given back. */
export interface Remedied {
  readonly arns: readonly ArnPattern[];
  /** What is asked before, and while, something is done. */
  readonly inspects: readonly Call[];
  /** By the name of the remedy: what it takes besides the call and the undoing that the catalog names. */
  readonly needs?: Readonly<Record<string, readonly Need[]>>;
}

/** How tags are written, where IAM or the calls differ from what the catalog names. */
export interface TaggingCalls {
  /** What is read before. */
  readonly reads?: readonly Call[];
  /** Permissions by the calls of the catalog, where those go by other names. */
  readonly permissions?: Readonly<Record<string, Call>>;
  /** The calls that take tags off, by those that set them, where the names of these do not tell. */
  readonly removals?: Readonly<Record<string, Call>>;
  /** Calls for which IAM does not see the keys that are written: to ask for some would allow nothing. */
  readonly keyless?: readonly Call[];
}

/** What we call of a service, as permissions name it, besides what the catalog says of its types. */
export interface ServiceCalls {
  readonly service: string;
  /** What a sweep lists with. */
  readonly lists?: readonly Call[];
  /** How the tags of what exists are read; where it is absent, the Tagging API is asked. */
  readonly looks?: readonly Call[];
  /** Whether a look also asks by the call that tells whether something exists. */
  readonly asksExistence?: true;
  /** The calls that IAM cannot narrow to resources, or `reads` where nearly none that reads can be. */
  readonly wide?: "reads" | readonly Call[];
  /** Reads that can be narrowed all the same. */
  readonly narrow?: readonly Call[];
  readonly tagging?: TaggingCalls;
  /** The types about which something can be done that can be taken back. */
  readonly remedied?: Readonly<Record<string, Remedied>>;
  /** Where its ARNs differ from `arn:{partition}:SERVICE:*:{account}:*`. */
  readonly arns?: readonly ArnPattern[];
  /** What holds of all its resources that are ours to touch, where the ARN does not tell. */
  readonly own?: (account: string) => Conditions;
}
