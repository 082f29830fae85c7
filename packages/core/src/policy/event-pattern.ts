import { groupBy } from "../text/group-by.ts";
import type { HeardCall } from "./heard-calls.ts";

/** The detail types under which EventBridge carries what CloudTrail records: calls, and what services did by themselves. */
export const CLOUDTRAIL_DETAIL_TYPES = [
  "AWS API Call via CloudTrail",
  "AWS Service Event via CloudTrail",
] as const;

/** What AWS itself puts on a bus: nobody else may name such a source. */
export const AWS_SOURCES = [{ prefix: "aws." }] as const;

type Text = string | { readonly prefix: string };
type Absent = { readonly exists: false };

/** Calls of one service by their names, or without a source of any. */
export interface CallGroup {
  readonly eventSource?: readonly Text[];
  readonly eventName: readonly Text[];
}

/** Which events of CloudTrail a rule of EventBridge matches. */
export interface EventPattern {
  readonly source: typeof AWS_SOURCES;
  readonly "detail-type": readonly string[];
  readonly detail: {
    readonly errorCode: readonly [Absent];
    readonly readOnly: readonly [false, Absent];
  } & (CallGroup | { readonly $or: readonly CallGroup[] });
}

/**
 * The pattern that matches these calls where they succeeded and changed something, and no other. Which service it was is
 * what CloudTrail wrote: the `source` of an event goes by other names, and only keeps out what others made up.
 */
export function patternOf(calls: readonly HeardCall[]): EventPattern {
  const groups = groupsOf(calls);
  const [first] = groups;
  return {
    source: AWS_SOURCES,
    "detail-type": CLOUDTRAIL_DETAIL_TYPES,
    detail: {
      errorCode: [{ exists: false }],
      readOnly: [false, { exists: false }],
      // With less than two alternatives it would be taken for a field of that name.
      ...(groups.length === 1 && first !== undefined ? first : { $or: groups }),
    },
  };
}

function groupsOf(calls: readonly HeardCall[]): CallGroup[] {
  return [...groupBy(calls, ({ source }) => source)].map(([source, own]) => {
    const eventName = own.map(nameOf);
    // In China some are called `ec2.amazonaws.com.cn`.
    return source === null ? { eventName } : { eventSource: [{ prefix: source }], eventName };
  });
}

/** A name goes on with a digit only where a version follows, which begins with its year. */
function nameOf({ name, versioned }: HeardCall): Text {
  return versioned ? { prefix: `${name}2` } : name;
}
