/** A template of CloudFormation. */
export interface Template {
  readonly AWSTemplateFormatVersion: "2010-09-09";
  readonly Description: string;
  readonly Parameters: Readonly<Record<string, Parameter>>;
  readonly Conditions: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, Output>>;
}

/** What whoever makes a stack says. */
export interface Parameter {
  readonly Type: "String";
  readonly Description: string;
  readonly AllowedPattern: string;
  readonly ConstraintDescription: string;
  readonly NoEcho?: true;
  readonly Default?: string;
}

/** What a stack holds. */
export interface Resource {
  readonly Type: string;
  /** The condition under which a stack holds it. */
  readonly Condition?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** What a stack tells when it is made. */
export interface Output {
  readonly Description: string;
  readonly Condition?: string;
  readonly Value: unknown;
}

/** The most bytes of a template that lies in S3. */
export const MOST_IN_S3 = 1_000_000;
/** The most bytes of a template that is handed in with the call itself. */
export const MOST_IN_CALL = 51_200;

/** A template as it is handed in. */
export function templateText(template: Template): string {
  return `${JSON.stringify(template, null, 1)}\n`;
}
