import { ofType } from "../graph/function-of.ts";
import type { Graph, Resource } from "../graph/types.ts";
import type { Check } from "./check.ts";
import { queuesOf } from "./queues.ts";
import { deniesWithoutTls } from "./tls.ts";

/** What of the work itself calls somebody, as the functions count it. */
const OF_WORK = ["OldestDueSeconds", "BreakersOpen", "EventsRefused"];

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
  ...OF_WORK.filter((metric) => !isWatched(graph, "Tagledger", metric, { service: "on-due" })).map(
    (metric) => `${metric}: nobody hears of it`,
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
