import { ofType } from "../graph/function-of.ts";
import type { Graph, Resource } from "../graph/types.ts";
import type { Check } from "./check.ts";

/** All functions are alike in what the house decided. */
export const functionsAreOfTheHouse: Check = (graph) =>
  ofType(graph, "aws:lambda/function:Function").flatMap((made) => {
    const { name, inputs } = made;
    return [
      ...(inputs.runtime === "nodejs24.x" ? [] : [`${name} runs on ${inputs.runtime}`]),
      ...(JSON.stringify(inputs.architectures) === '["arm64"]'
        ? []
        : [`${name} runs on ${inputs.architectures}`]),
      ...((inputs.tracingConfig as { mode?: string })?.mode === "Active" ? [] : [`${name} is not traced`]),
      ...(Number(inputs.timeout) > 20 ? [] : [`${name} has hardly any time`]),
    ];
  });

/** Logs are JSON, and are not kept for ever. */
export const logsAreKept: Check = (graph) =>
  ofType(graph, "aws:lambda/function:Function").flatMap((made) => {
    const { logFormat, logGroup } = (made.inputs.loggingConfig ?? {}) as {
      logFormat?: string;
      logGroup?: string;
    };
    const group = ofType(graph, "aws:cloudwatch/logGroup:LogGroup").find(
      ({ inputs }) => inputs.name === logGroup,
    );
    return [
      ...(logFormat === "JSON" ? [] : [`${made.name} logs ${logFormat}`]),
      ...(Number(group?.inputs.retentionInDays) > 0
        ? []
        : [`${made.name} (${group?.name ?? "no group"}) keeps its logs for ever`]),
    ];
  });

/** Runs of what is due do not overlap. */
export const dueRunsDoNotOverlap: Check = (graph) =>
  everyMinute(graph)
    .filter(({ inputs }) => Number(inputs.timeout) >= 60)
    .map(({ name }) => `${name} may run twice at a time`);

/** Functions that run each minute: the next run does what one could not. */
export function everyMinute(graph: Graph): readonly Resource[] {
  const called = ofType(graph, "aws:scheduler/schedule:Schedule")
    .filter(({ inputs }) => inputs.scheduleExpression === "rate(1 minute)")
    .map(({ inputs }) => (inputs.target as { arn: string }).arn);
  const functions = ofType(graph, "aws:lambda/function:Function").filter(({ arn }) =>
    called.includes(`${arn}`),
  );
  if (functions.length === 0) throw new Error("nothing runs every minute");
  return functions;
}
