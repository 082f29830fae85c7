import { type DeployedFunction, ofType } from "../stacks/graph/function-of.ts";
import type { Graph } from "../stacks/graph/types.ts";

/** What invokes a function. */
export type Trigger =
  | {
      readonly kind: "queue";
      /** The most messages of one invocation. */
      readonly batchSize: number;
      /** Whether the function says which of them failed. */
      readonly reportsFailures: boolean;
      /** For how many seconds nobody else sees a message that was received. */
      readonly visibility: number;
      /** How often a message is delivered before it is dead. */
      readonly deliveries: number;
    }
  | { readonly kind: "schedule"; readonly source: "aws.events" | "aws.scheduler" }
  | { readonly kind: "http" };

/**
 * What invokes a function of a deployment.
 *
 * @throws Error where nothing does, or nobody knows here how that invokes functions
 */
export function triggerIn(graph: Graph, { name, arn, eventSources }: DeployedFunction): Trigger {
  const [mapping, ...more] = eventSources;
  if (mapping !== undefined && more.length === 0) return queueOf(graph, mapping);
  const leadsHere = (target: unknown) =>
    typeof target === "object" && target !== null && "arn" in target && target.arn === arn;
  const isScheduled = ofType(graph, "aws:scheduler/schedule:Schedule").some(({ inputs }) =>
    leadsHere(inputs.target),
  );
  if (isScheduled) return { kind: "schedule", source: "aws.scheduler" };
  const rules = ofType(graph, "aws:cloudwatch/eventTarget:EventTarget")
    .filter(({ inputs }) => leadsHere(inputs))
    .map(({ inputs }) => inputs.rule);
  const isOnSchedule = ofType(graph, "aws:cloudwatch/eventRule:EventRule").some(
    ({ inputs }) => rules.includes(inputs.name) && inputs.scheduleExpression !== undefined,
  );
  if (isOnSchedule) return { kind: "schedule", source: "aws.events" };
  const isAsked = ofType(graph, "aws:apigatewayv2/integration:Integration").some(
    ({ inputs }) => inputs.integrationUri === arn && inputs.payloadFormatVersion === "2.0",
  );
  if (isAsked) return { kind: "http" };
  throw new Error(`${name}: what invokes it is not known in ${import.meta.filename}`);
}

function queueOf(graph: Graph, mapping: Readonly<Record<string, unknown>>): Trigger {
  const { eventSourceArn, batchSize, functionResponseTypes } = mapping;
  const queue = ofType(graph, "aws:sqs/queue:Queue").find(({ arn }) => arn === eventSourceArn);
  if (queue === undefined) throw new Error(`${eventSourceArn} is no queue of the deployment`);
  const { visibilityTimeoutSeconds, redrivePolicy } = queue.inputs;
  const { maxReceiveCount } = JSON.parse(String(redrivePolicy)) as { readonly maxReceiveCount: number };
  return {
    kind: "queue",
    // As AWS does where nothing is said.
    batchSize: Number(batchSize ?? 10),
    reportsFailures:
      Array.isArray(functionResponseTypes) && functionResponseTypes.includes("ReportBatchItemFailures"),
    visibility: Number(visibilityTimeoutSeconds ?? 30),
    deliveries: maxReceiveCount,
  };
}
