import { ofType } from "../graph/function-of.ts";
import type { Graph, Resource } from "../graph/types.ts";
import { functionsOf } from "../graph.ts";
import type { Check } from "./check.ts";
import { deniesWithoutTls } from "./tls.ts";

const TWO_WEEKS = 14 * 86_400;

/** What a queue does with what nobody could take. */
interface Redrive {
  readonly deadLetterTargetArn?: string;
  readonly maxReceiveCount?: number;
}

/** All queues, and those of them that others leave dead letters in. */
export function queuesOf(graph: Graph): {
  readonly all: readonly Resource[];
  readonly dead: readonly Resource[];
} {
  const all = ofType(graph, "aws:sqs/queue:Queue");
  // Whatever points at one: redrives, targets, schedules, functions that nobody waits for.
  const named = graph.resources.flatMap(({ inputs }) => [
    ...JSON.stringify(inputs).matchAll(/"(?:deadLetterConfig|onFailure)":\{"(?:arn|destination)":"([^"]+)"/g),
  ]);
  const arns = new Set([
    ...named.map(([, arn]) => arn),
    ...all.map((queue) => redriveOf(queue).deadLetterTargetArn),
  ]);
  return { all, dead: all.filter(({ arn }) => arn !== null && arns.has(arn)) };
}

/** What nobody could take is kept, and long enough to look at. */
export const deadLettersAreKept: Check = (graph) => {
  const { all, dead } = queuesOf(graph);
  return [
    ...all
      .filter((queue) => !dead.includes(queue))
      .filter((queue) => !isRedriven(redriveOf(queue), dead))
      .map(({ name }) => `${name} leaves what nobody could take nowhere`),
    ...dead
      .filter(({ inputs }) => inputs.messageRetentionSeconds !== TWO_WEEKS)
      .map(({ name }) => `${name} keeps dead letters for less than two weeks`),
  ];
};

/** Queues are encrypted, and nobody reaches them without TLS. */
export const queuesAreSecure: Check = (graph) =>
  ofType(graph, "aws:sqs/queue:Queue").flatMap(({ name, arn, inputs, id }) => {
    const url = new RegExp(`/${id}$`);
    const policies = ofType(graph, "aws:sqs/queuePolicy:QueuePolicy").filter((policy) =>
      url.test(String(policy.inputs.queueUrl)),
    );
    return [
      ...(inputs.sqsManagedSseEnabled === true ? [] : [`${name} is not encrypted`]),
      ...(policies.length === 1 ? [] : [`${name} has ${policies.length} policies`]),
      ...(policies.every((policy) => deniesWithoutTls(policy, [String(arn)]))
        ? []
        : [`${name} (${policies.map((policy) => policy.name)}) can be reached without TLS`]),
    ];
  });

/** What a function takes is not handed out twice, nor again for another's failure. */
export const batchesAreTakenOnce: Check = (graph) =>
  functionsOf(graph).flatMap(({ eventSources, timeout, resource }) =>
    eventSources.flatMap((source) => {
      const queue = ofType(graph, "aws:sqs/queue:Queue").find(({ arn }) => arn === source.eventSourceArn);
      const mapping = ofType(graph, "aws:lambda/eventSourceMapping:EventSourceMapping").find(
        ({ inputs }) => inputs === source,
      );
      const { maximumConcurrency = 0 } = (source.scalingConfig ?? {}) as { maximumConcurrency?: number };
      const types = (source.functionResponseTypes ?? []) as readonly string[];
      return [
        ...(Number(queue?.inputs.visibilityTimeoutSeconds) >= 6 * timeout
          ? []
          : [`${queue?.name} hands out again what ${resource.name} may still hold`]),
        ...(types.includes("ReportBatchItemFailures")
          ? []
          : [`${mapping?.name} fails a batch for one of it`]),
        ...(maximumConcurrency >= 2 ? [] : [`${mapping?.name} takes all that there is at once`]),
      ];
    }),
  );

function redriveOf({ inputs }: Resource): Redrive {
  return typeof inputs.redrivePolicy === "string" ? JSON.parse(inputs.redrivePolicy) : {};
}

function isRedriven(
  { deadLetterTargetArn, maxReceiveCount = 0 }: Redrive,
  dead: readonly Resource[],
): boolean {
  // An hour of trouble is none of the event, and nothing is tried for ever.
  return (
    dead.some(({ arn }) => arn === deadLetterTargetArn) && maxReceiveCount >= 10 && maxReceiveCount <= 50
  );
}
