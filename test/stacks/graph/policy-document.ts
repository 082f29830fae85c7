/** A statement as the provider takes it. */
interface Given {
  readonly sid?: string;
  readonly effect?: string;
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly principals?: readonly { readonly type: string; readonly identifiers: readonly string[] }[];
  readonly conditions?: readonly {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
  }[];
}

/** The document that the provider writes for these statements, as its data source for policy documents does. */
export function policyDocument(statements: readonly Given[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements.map(statementOf) }, null, 2);
}

function statementOf(given: Given): Record<string, unknown> {
  return {
    ...(given.sid !== undefined && { Sid: given.sid }),
    Effect: given.effect ?? "Allow",
    ...list("Action", given.actions),
    ...list("NotAction", given.notActions),
    ...list("Resource", given.resources),
    ...list("NotResource", given.notResources),
    ...(given.principals?.length && { Principal: principalOf(given.principals) }),
    ...(given.conditions?.length && { Condition: conditionOf(given.conditions) }),
  };
}

function list(name: string, values: readonly string[] | undefined): Record<string, unknown> {
  if (values === undefined || values.length === 0) return {};
  return { [name]: oneOrMany([...values].sort().reverse()) };
}

/** The provider writes a single value without a list. */
function oneOrMany(values: readonly string[]): string | readonly string[] {
  return values.length === 1 && values[0] !== undefined ? values[0] : values;
}

function principalOf(principals: NonNullable<Given["principals"]>): unknown {
  const isAnyone = principals.some(({ type, identifiers }) => type === "*" && identifiers.includes("*"));
  if (isAnyone) return "*";
  return Object.fromEntries(principals.map(({ type, identifiers }) => [type, oneOrMany(identifiers)]));
}

function conditionOf(conditions: NonNullable<Given["conditions"]>): unknown {
  const byTest: Record<string, Record<string, unknown>> = {};
  for (const { test, variable, values } of conditions) {
    byTest[test] = { ...byTest[test], [variable]: oneOrMany(values) };
  }
  return byTest;
}
