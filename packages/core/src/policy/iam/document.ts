/** By operator and key, as `{ StringEquals: { "aws:RequestedRegion": ["eu-central-1"] } }`: all must hold. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What IAM allows or denies. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

/** A policy as IAM takes it. */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

/** Makes a document of statements. */
export function documentOf(statements: readonly Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

/** How many characters of a document IAM counts. */
export function sizeOf(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}

/** All conditions at once; where two speak of one operator and key, the later holds. */
export function bothOf(one: Conditions, other: Conditions): Conditions {
  const all: Record<string, Readonly<Record<string, readonly string[]>>> = { ...one };
  for (const [operator, keys] of Object.entries(other)) all[operator] = { ...all[operator], ...keys };
  return all;
}
