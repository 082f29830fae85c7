import { type Document, readDocument, type Statement } from "../graph/document.ts";
import { ofType, rolesOf } from "../graph/function-of.ts";
import type { Graph } from "../graph/types.ts";
import type { Check } from "./check.ts";

/** A policy, and the resource that it is found at. */
interface Found {
  readonly at: string;
  readonly document: Document;
}

/** Types whose input `policy` says who may use something. */
const OF_RESOURCES = [
  "aws:sqs/queuePolicy:QueuePolicy",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
];

/** No policy allows what it does not name. */
export const noWildcardAction: Check = (graph) =>
  allowing([...ofRoles(graph), ...ofResources(graph)])
    .filter(
      ({ statement }) =>
        statement.NotAction.length > 0 || statement.Action.some((each) => each.includes("*")),
    )
    .map(({ at, statement }) => `${at} allows ${[...statement.Action, ...statement.NotAction].join(", ")}`);

/** A role is taken on by services only, and never by whoever its account lets. */
export const onlyServicesTakeOnRoles: Check = (graph) =>
  allowing(trusts(graph))
    .filter(({ statement }) => Object.keys(statement.Principal).join() !== "Service")
    .map(({ at, statement }) => `${at} can be taken on by ${JSON.stringify(statement.Principal)}`);

/** Nothing is open to anyone. */
export const nothingIsOpen: Check = (graph) => [
  ...allowing([...ofResources(graph), ...trusts(graph)])
    .filter(({ statement }) => isAnyone(statement))
    .map(({ at }) => `${at} is open to anyone`),
  ...ofType(graph, "aws:lambda/permission:Permission")
    .filter(({ inputs }) => inputs.principal === "*")
    .map(({ name }) => `${name} lets anyone call a function`),
];

/** A service acts only for us, and not for whoever else asks it to. */
export const servicesActForUs: Check = (graph) =>
  allowing(ofResources(graph))
    .filter(({ statement }) => "Service" in statement.Principal)
    .filter(({ statement }) => !/aws:Source(Arn|Account)/.test(JSON.stringify(statement.Condition)))
    .map(({ at }) => `${at} lets a service act for anyone`);

function isAnyone({ Principal }: Statement): boolean {
  return Object.values(Principal).some((each) => each.includes("*"));
}

function allowing(found: readonly Found[]) {
  return found.flatMap(({ at, document }) =>
    document.Statement.filter(({ Effect }) => Effect === "Allow").map((statement) => ({ at, statement })),
  );
}

function ofRoles(graph: Graph): readonly Found[] {
  return rolesOf(graph).flatMap(({ policies }) =>
    policies.map(({ name, document }) => ({ at: name, document })),
  );
}

function trusts(graph: Graph): readonly Found[] {
  return ofType(graph, "aws:iam/role:Role").map(({ name, inputs }) => ({
    at: name,
    document: readDocument(inputs.assumeRolePolicy),
  }));
}

function ofResources(graph: Graph): readonly Found[] {
  return OF_RESOURCES.flatMap((type) => ofType(graph, type)).map(({ name, inputs }) => ({
    at: name,
    document: readDocument(inputs.policy),
  }));
}
