import { type Document, readDocument } from "./document.ts";
import type { Graph, Resource } from "./types.ts";

/** A policy of a role, written into it or attached to it. */
export interface RolePolicy {
  readonly name: string;
  readonly document: Document;
  /** The same as it is handed to IAM. */
  readonly text: string;
}

/** A role and all that it may do. */
export interface Role {
  readonly name: string;
  readonly arn: string;
  /** Who may take it on. */
  readonly trust: Document;
  readonly policies: readonly RolePolicy[];
}

/** A function as Lambda is told it. */
export interface DeployedFunction {
  /** Its physical name. */
  readonly name: string;
  readonly arn: string;
  /** Its handler in our sources, as `functions/sweep.handler`. */
  readonly source: string;
  /** The folder that is deployed, and the handler in it, as `bundle.handler`. */
  readonly folder: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  /** In seconds. */
  readonly timeout: number;
  /** In MiB. */
  readonly memory: number;
  readonly role: Role;
  /** From where it is fed, as the mapping is told. */
  readonly eventSources: readonly Readonly<Record<string, unknown>>[];
  readonly resource: Resource;
}

/** All resources of a type. */
export function ofType(graph: Graph, type: string): readonly Resource[] {
  return graph.resources.filter((resource) => resource.type === type);
}

/**
 * All roles that a deployment would make, with what is attached to them.
 *
 * @throws where an attached policy is not in the graph: nobody here knows what it allows
 */
export function rolesOf(graph: Graph): readonly Role[] {
  return ofType(graph, "aws:iam/role:Role").map((role) => roleOf(graph, role));
}

/**
 * A function of a graph.
 *
 * @throws where a part of it is not in the graph
 */
export function functionOf(graph: Graph, resource: Resource): DeployedFunction {
  const { inputs, arn } = resource;
  const bundle = graph.bundles.find(({ component }) => `${component}Function` === resource.name);
  if (bundle === undefined || arn === null) throw new Error(`${resource.name}: nothing of it was bundled`);
  const role = rolesOf(graph).find((each) => each.arn === inputs.role);
  if (role === undefined) throw new Error(`${resource.name}: its role ${inputs.role} is not in the graph`);
  const { variables = {} } = (inputs.environment ?? {}) as { variables?: Record<string, string> };
  return {
    name: String(inputs.name),
    arn,
    source: bundle.source,
    folder: bundle.folder,
    handler: String(inputs.handler),
    environment: variables,
    timeout: Number(inputs.timeout),
    memory: Number(inputs.memorySize),
    role,
    eventSources: ofType(graph, "aws:lambda/eventSourceMapping:EventSourceMapping")
      .map((mapping) => mapping.inputs)
      .filter(({ functionName }) => functionName === arn || functionName === inputs.name),
    resource,
  };
}

function roleOf(graph: Graph, { name, arn, inputs }: Resource): Role {
  const inline = (inputs.inlinePolicies ?? []) as readonly { name: string; policy: string }[];
  const attached = (inputs.managedPolicyArns ?? []) as readonly string[];
  return {
    name: String(inputs.name),
    arn: String(arn),
    trust: readDocument(inputs.assumeRolePolicy),
    policies: [
      ...inline.map((each) => policyOf(`${name}/${each.name}`, each.policy)),
      ...attached.map((each) => managed(graph, name, each)),
    ],
  };
}

function managed(graph: Graph, role: string, arn: string): RolePolicy {
  const policy = ofType(graph, "aws:iam/policy:Policy").find((each) => each.arn === arn);
  if (policy === undefined)
    throw new Error(`${role}: nothing here says what the attached policy ${arn} allows`);
  return policyOf(policy.name, String(policy.inputs.policy));
}

function policyOf(name: string, text: string): RolePolicy {
  return { name, document: readDocument(text), text };
}
