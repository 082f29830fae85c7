import type { Graph } from "../graph/types.ts";

/** What a resource was asked for. */
export type Inputs = Record<string, unknown>;
/** Breaks something of a resource; null where there is nothing to break. */
export type Break = (inputs: Inputs, graph: Graph) => Inputs | null;

/** Leaves a value out. */
export const without =
  (name: string): Break =>
  ({ [name]: had, ...left }) =>
    had === undefined ? null : left;
/** Sets values. */
export const set =
  (values: Inputs): Break =>
  (inputs) => ({ ...inputs, ...values });
/** Changes the text of a policy. */
export const policy =
  (from: string | RegExp, to: string): Break =>
  (inputs) => {
    const text = String(inputs.policy).replace(from, to);
    return text === inputs.policy ? null : { ...inputs, policy: text };
  };
/** Lets a role do more. */
export const inline =
  (statement: object): Break =>
  (inputs) => ({
    ...inputs,
    inlinePolicies: [
      ...(inputs.inlinePolicies as object[]),
      { name: "more", policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) },
    ],
  });
/** Lets others take a role on. */
export const trust = (Principal: unknown): Break =>
  set({
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }],
    }),
  });
/** Tells a function something else. */
export const told =
  (change: (variables: Record<string, string>) => Record<string, string>): Break =>
  (inputs) => {
    const { variables } = inputs.environment as { variables: Record<string, string> };
    return { ...inputs, environment: { variables: change(variables) } };
  };
