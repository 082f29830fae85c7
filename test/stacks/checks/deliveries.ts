import { readDocument } from "../graph/document.ts";
import { ofType, rolesOf } from "../graph/function-of.ts";
import type { Graph, Resource } from "../graph/types.ts";
import type { Check } from "./check.ts";
import { everyMinute } from "./functions.ts";

interface Target {
  readonly arn?: string;
  readonly roleArn?: string;
  readonly deadLetterConfig?: { readonly arn?: string };
}

/** Rules are on, as short as EventBridge takes them, and lead somewhere. */
export const rulesLeadSomewhere: Check = (graph) =>
  ofType(graph, "aws:cloudwatch/eventRule:EventRule").flatMap(({ name, inputs }) => {
    const targets = targetsOf(graph, inputs);
    return [
      ...(inputs.state === "ENABLED" ? [] : [`${name} is off`]),
      ...(targets.length > 0 ? [] : [`${name} leads nowhere`]),
      ...(String(inputs.eventPattern).length <= 2048 ? [] : [`${name} is longer than EventBridge takes`]),
    ];
  });

/** What cannot be delivered is kept, and whoever delivers may do so. */
export const deliveriesAreKept: Check = (graph) => [
  ...ofType(graph, "aws:cloudwatch/eventTarget:EventTarget").flatMap(({ name, inputs }) => {
    const { arn, deadLetterConfig } = inputs as Target;
    const rule = ofType(graph, "aws:cloudwatch/eventRule:EventRule").find((each) =>
      isOf(inputs, each.inputs),
    );
    return [
      ...(deadLetterConfig?.arn === undefined ? [`${name} drops what it cannot deliver`] : []),
      ...[arn, deadLetterConfig?.arn]
        .filter((queue) => queue !== undefined && !letsIn(graph, queue, String(rule?.arn)))
        .map(
          (queue) => `${name} (${rule?.name}) may not put anything into ${queue} (${doorsOf(graph, queue)})`,
        ),
    ];
  }),
  ...ofType(graph, "aws:scheduler/schedule:Schedule").flatMap(({ name, inputs }) => {
    const { arn, roleArn, deadLetterConfig } = inputs.target as Target;
    const role = rolesOf(graph).find((each) => each.arn === roleArn);
    const allowed = role?.policies.flatMap(({ document }) => document.Statement) ?? [];
    const may = (action: string, on: string | undefined) =>
      allowed.some(({ Action, Resource }) => Action.includes(action) && Resource.includes(String(on)));
    const called = may("lambda:InvokeFunction", arn) ? [] : [`${name} may not call ${arn}`];
    if (everyMinute(graph).some((each) => each.arn === arn)) {
      const kept = deadLetterConfig?.arn !== undefined;
      return [...called, ...(kept ? [`${name} keeps runs that the next minute does again`] : [])];
    }
    return [
      ...(deadLetterConfig?.arn === undefined ? [`${name} drops what it cannot deliver`] : []),
      ...called,
      ...(may("sqs:SendMessage", deadLetterConfig?.arn)
        ? []
        : [`${name} may not keep what it cannot deliver`]),
    ];
  }),
];

/** A function for which nobody waits leaves behind what it could not do, but where the next minute does it. */
export const failuresAreKept: Check = (graph) =>
  unattended(graph).flatMap((called) => {
    const { name, arn, inputs } = called;
    const config = ofType(graph, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").find(
      (each) => each.inputs.functionName === inputs.name || each.inputs.functionName === arn,
    );
    const { destinationConfig, maximumRetryAttempts, maximumEventAgeInSeconds } = config?.inputs ?? {};
    const kept = /"onFailure":\{"destination":"([^"]+)"/.exec(JSON.stringify(destinationConfig ?? {}))?.[1];
    const own = rolesOf(graph).find((role) => role.arn === inputs.role);
    const mayKeep = own?.policies
      .flatMap(({ document }) => document.Statement)
      .some(({ Action, Resource }) => Action.includes("sqs:SendMessage") && Resource.includes(String(kept)));
    const at = `${name} (${config?.name ?? "with no word on it"})`;
    const isDoneAgain = everyMinute(graph).includes(called);
    return [
      ...(isDoneAgain || mayKeep === true ? [] : [`${at} loses runs that fail`]),
      ...(isDoneAgain && kept !== undefined ? [`${at} keeps runs that the next minute does again`] : []),
      ...(typeof maximumRetryAttempts === "number" ? [] : [`${at} is tried again as often as Lambda likes`]),
      ...(typeof maximumEventAgeInSeconds === "number" ? [] : [`${at} may run long after its time`]),
    ];
  });

/** Functions that a schedule or a rule calls. */
function unattended(graph: Graph): readonly Resource[] {
  const called = graph.resources
    .filter(({ type }) => /:(Schedule|EventTarget|TopicSubscription)$/.test(type))
    .flatMap(({ inputs }) => [(inputs.target as Target | undefined)?.arn, inputs.arn, inputs.endpoint]);
  return ofType(graph, "aws:lambda/function:Function").filter(({ arn }) => called.includes(arn));
}

function targetsOf(graph: Graph, rule: Resource["inputs"]): readonly Resource[] {
  return ofType(graph, "aws:cloudwatch/eventTarget:EventTarget").filter(({ inputs }) => isOf(inputs, rule));
}

function isOf(target: Resource["inputs"], rule: Resource["inputs"]): boolean {
  return target.rule === rule.name && target.eventBusName === rule.eventBusName;
}

/** The names of the policies of a queue. */
function doorsOf(graph: Graph, queue: string | undefined): readonly string[] {
  return ofType(graph, "aws:sqs/queuePolicy:QueuePolicy")
    .filter(({ inputs }) => String(inputs.policy).includes(`"${queue}"`))
    .map(({ name }) => name);
}

/** Whether the policy of a queue lets a rule put something into it. */
function letsIn(graph: Graph, queue: string, rule: string): boolean {
  return ofType(graph, "aws:sqs/queuePolicy:QueuePolicy")
    .flatMap(({ inputs }) => readDocument(inputs.policy).Statement)
    .some(
      ({ Effect, Action, Resource, Principal, Condition }) =>
        Effect === "Allow" &&
        Action.includes("sqs:SendMessage") &&
        Resource.includes(queue) &&
        Principal.Service?.includes("events.amazonaws.com") === true &&
        Condition.ArnEquals?.["aws:SourceArn"]?.includes(rule) === true,
    );
}
