/** A statement with lists throughout, whichever way it was written. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly NotAction: readonly string[];
  readonly Resource: readonly string[];
  readonly NotResource: readonly string[];
  /** As `{ "Service": ["lambda.amazonaws.com"] }`; anyone is `{ "*": ["*"] }`. */
  readonly Principal: Readonly<Record<string, readonly string[]>>;
  readonly Condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A policy document. */
export interface Document {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

type Loose = Readonly<Record<string, unknown>>;

/** Reads a policy document, from its text or its parts. */
export function readDocument(given: unknown): Document {
  const { Version, Statement } = (typeof given === "string" ? JSON.parse(given) : given) as Loose;
  const statements = (Array.isArray(Statement) ? Statement : [Statement]) as readonly Loose[];
  return { Version: String(Version), Statement: statements.map(statementOf) };
}

function statementOf(statement: Loose): Statement {
  const { Sid, Effect, Principal } = statement;
  if (Effect !== "Allow" && Effect !== "Deny") throw new Error(`a statement has the effect ${Effect}`);
  return {
    ...(typeof Sid === "string" && { Sid }),
    Effect,
    Action: list(statement.Action),
    NotAction: list(statement.NotAction),
    Resource: list(statement.Resource),
    NotResource: list(statement.NotResource),
    Principal: Principal === "*" ? { "*": ["*"] } : lists((Principal ?? {}) as Loose),
    Condition: Object.fromEntries(
      Object.entries((statement.Condition ?? {}) as Record<string, Loose>).map(([test, of]) => [
        test,
        lists(of),
      ]),
    ),
  };
}

function lists(values: Loose): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, list(value)]));
}

function list(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
