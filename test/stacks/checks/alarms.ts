import { ofType } from "../graph/function-of.ts";
import type { Graph, Resource } from "../graph/types.ts";
import type { Check } from "./check.ts";
import { everyMinute } from "./functions.ts";
import { queuesOf } from "./queues.ts";
import { deniesWithoutTls } from "./tls.ts";

/** What of the work itself calls somebody, as the functions count it. */
const OF_WORK: readonly (readonly [service: string, metric: string])[] = [
  ["on-bill-delivered", "BillsRefused"],
  ["allocate", "UsageUnreadable"],
  ["monthly-email", "MailsReturned"],
  ["on-due", "OldestDueSeconds"],
  ["on-due", "BreakersOpen"],
  ["on-due", "EventsRefused"],
  ["on-due", "RemediesRefused"],
  ["on-due", "MessagesFailed"],
  ["sweep", "SweepsBrokenOff"],
  ["sweep", "SweepsLeft"],
];
/** For how long in a row a number is looked at, at least, in seconds: what ends by itself calls nobody. */
const PATIENCE: Readonly<Record<string, number>> = {
  OldestDueSeconds: 900,
  ApproximateAgeOfOldestMessage: 900,
  EventsRefused: 900,
  Latency: 900,
  NumberOfMessagesSent: 86_400,
  SweepsBrokenOff: 43_200,
  SweepsLeft: 43_200,
};

/** Everything that can go wrong calls somebody. */
export const everythingCalls: Check = (graph) => [
  ...ofType(graph, "aws:lambda/function:Function").flatMap(({ name, inputs }) =>
    ["Errors", "Throttles"]
      .filter((metric) => !isWatched(graph, "AWS/Lambda", metric, { FunctionName: inputs.name }))
      .map((metric) => `${name}: nobody hears of its ${metric}`),
  ),
  ...queuesOf(graph)
    .dead.filter(
      ({ id }) => !isWatched(graph, "AWS/SQS", "ApproximateNumberOfMessagesVisible", { QueueName: id }),
    )
    .map(({ name }) => `${name}: nobody hears of its dead letters`),
  ...fed(graph).flatMap(({ name, id }) =>
    ["ApproximateAgeOfOldestMessage", "NumberOfMessagesSent"]
      .filter((metric) => !isWatched(graph, "AWS/SQS", metric, { QueueName: id }))
      .map((metric) => `${name}: nobody hears of its ${metric}`),
  ),
  ...ofType(graph, "aws:apigatewayv2/api:Api").flatMap(({ name, id }) =>
    ["5xx", "Latency"]
      .filter((metric) => !isWatched(graph, "AWS/ApiGateway", metric, { ApiId: id }))
      .map((metric) => `${name}: nobody hears of its ${metric}`),
  ),
  ...OF_WORK.filter(([service, metric]) => !isWatched(graph, "Tagledger", metric, { service })).map(
    ([, metric]) => `${metric}: nobody hears of it`,
  ),
];

/** An alarm reaches somebody, says what it means, and what it means that there is no number. */
export const alarmsCallSomebody: Check = (graph) => {
  const topics = ofType(graph, "aws:sns/topic:Topic").map(({ arn }) => arn);
  return alarmsOf(graph).flatMap(({ name, inputs }) => {
    const { alarmActions = [], alarmDescription, treatMissingData } = inputs;
    const reached = (alarmActions as readonly string[]).some((arn) => topics.includes(arn));
    return [
      ...(reached ? [] : [`${name} reaches nobody`]),
      ...(String(alarmDescription ?? "").length > 10 ? [] : [`${name} does not say what it means`]),
      ...(isRight(inputs.metricName, treatMissingData)
        ? []
        : [`${name} takes silence for ${treatMissingData}`]),
    ];
  });
};

/** What ends by itself calls nobody: a run that the next minute does again, a list that was busy once. */
export const alarmsWait: Check = (graph) => {
  const again = everyMinute(graph).map(({ inputs }) => inputs.name);
  return alarmsOf(graph).flatMap(({ name, inputs }) => {
    const { metricName, namespace, dimensions, period, evaluationPeriods } = inputs;
    const { FunctionName } = (dimensions ?? {}) as { readonly FunctionName?: string };
    const isOfRuns = namespace === "AWS/Lambda" && again.includes(FunctionName);
    const wanted = isOfRuns ? 900 : (PATIENCE[String(metricName)] ?? 0);
    const isEnough = Number(period) * Number(evaluationPeriods) >= wanted;
    return isEnough ? [] : [`${name} calls for what ends by itself`];
  });
};

/** Nobody speaks on a topic without TLS. */
export const topicsAreSecure: Check = (graph) =>
  ofType(graph, "aws:sns/topic:Topic")
    .filter(
      ({ arn }) =>
        !ofType(graph, "aws:sns/topicPolicy:TopicPolicy").some(
          (policy) => policy.inputs.arn === arn && deniesWithoutTls(policy, [String(arn)]),
        ),
    )
    .map(({ name }) => `${name} can be reached without TLS`);

/** The page shows every alarm. */
export const allAlarmsAreShown: Check = (graph) => {
  const shown = ofType(graph, "aws:cloudwatch/dashboard:Dashboard").map(({ inputs }) =>
    String(inputs.dashboardBody),
  );
  return alarmsOf(graph)
    .filter(({ arn }) => !shown.some((body) => body.includes(`"${arn}"`)))
    .map(({ name }) => `${name} is on no page`);
};

/** Silence is bad where something is counted as long as all is well, and good where only what is bad is counted. */
function isRight(metric: unknown, missing: unknown): boolean {
  if (metric === "OldestDueSeconds" || metric === "NumberOfMessagesSent") return missing === "breaching";
  return missing === (metric === "BreakersOpen" ? "ignore" : "notBreaching");
}

function alarmsOf(graph: Graph): readonly Resource[] {
  return ofType(graph, "aws:cloudwatch/metricAlarm:MetricAlarm");
}

/** Queues that rules put events into. */
function fed(graph: Graph): readonly Resource[] {
  const targets = ofType(graph, "aws:cloudwatch/eventTarget:EventTarget").map(({ inputs }) => inputs.arn);
  return queuesOf(graph).all.filter(({ arn }) => targets.includes(arn));
}

function isWatched(graph: Graph, namespace: string, metric: string, dimensions: object): boolean {
  return alarmsOf(graph).some(
    ({ inputs }) =>
      inputs.namespace === namespace &&
      inputs.metricName === metric &&
      JSON.stringify(inputs.dimensions) === JSON.stringify(dimensions),
  );
}
