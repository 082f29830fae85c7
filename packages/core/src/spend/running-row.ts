import type { Path, View } from "../catalog/path.ts";
import type { ArnTemplate, Where } from "../catalog/row.ts";

/** What a call does to what runs: whether it costs something, or how much. */
export type RunningEffect = "stops" | "starts" | "changes" | "ends";

/** A call that changes whether, or as what, resources of one type run, and where its event says so. */
export type RunningRow = {
  /** As in `StopInstances`. */
  readonly event: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly effect: RunningEffect;
  /** The objects that name one resource each, where `item` paths start: the first list that is there counts. */
  readonly each?: readonly Path[];
  readonly id: Where;
  readonly arn?: Where;
  /** Builds the ARN where the event does not hold it. */
  readonly template?: ArnTemplate;
  /** Builds the ARN of the id in lower case. */
  readonly lowerCase?: true;
  /** What it becomes; names as in the row of its creation. A change of nothing that is listed is none. */
  readonly attributes?: Readonly<Record<string, Where>>;
  /** What it becomes without the event telling as what. */
  readonly loses?: readonly string[];
  /** Whether the change comes at a time that the event does not tell: until then and after, nothing is certain. */
  readonly deferred?: (view: View) => boolean;
  /** Milliseconds after which AWS starts by itself what was stopped. */
  readonly resumesAfter?: number;
};

/** One AWS service and the calls that change what runs. */
export type RunningService = {
  /** As in `ec2.amazonaws.com`. */
  readonly source: string;
  readonly rows: readonly RunningRow[];
};
