import { partitionOf } from "../../catalog/partition.ts";
import type { Place } from "../iam/place.ts";

/** What the template is made for. */
export interface Site {
  readonly stage: string;
  /** Where Tagledger itself is deployed. */
  readonly home: Place;
  /** The accounts and regions that it looks after. */
  readonly places: readonly Place[];
  /** The ARN of the view of Resource Explorer that a sweep asks. */
  readonly explorerView?: string;
  /** Our own tags, on everything that can have some. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The names of what is ours, which the accounts know of each other. */
export interface Names {
  readonly partition: string;
  /** What the names of all that is ours begin with. */
  readonly ours: string;
  /** The ARN of the bus that events are forwarded to. */
  readonly intake: string;
  readonly reader: string;
  readonly remediation: string;
  /** The roles of the functions that take those two on, by their ARNs. */
  readonly takenOnBy: { readonly reader: string; readonly remediation: string };
}

/** The names that hold at a site. */
export function namesOf({ stage, home: { account, region } }: Site): Names {
  const partition = partitionOf(region);
  const ours = `tagledger-${stage}`;
  const role = (name: string) => `arn:${partition}:iam::${account}:role/${ours}-${name}`;
  return {
    partition,
    ours,
    intake: `arn:${partition}:events:${region}:${account}:event-bus/${ours}-intake`,
    reader: `${ours}-reader`,
    remediation: `${ours}-remediation`,
    takenOnBy: { reader: role("sweep"), remediation: role("on-due") },
  };
}

/** Tags in the form of CloudFormation, in the order of their keys. */
export function tagsOf({ tags = {} }: Site): readonly { readonly Key: string; readonly Value: string }[] {
  return Object.keys(tags)
    .sort()
    .map((key) => ({ Key: key, Value: tags[key] ?? "" }));
}
