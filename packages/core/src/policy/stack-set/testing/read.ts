import type { PolicyDocument, Statement } from "../../iam/document.ts";
import { STACK_ACCOUNT } from "../filled-in.ts";
import type { Resource, Template } from "../template.ts";

/** What a resource allows and denies, in documents of its own. */
export function statementsOf({ Properties }: Resource): Statement[] {
  const { PolicyDocument: own, Policies = [] } = Properties as {
    readonly PolicyDocument?: PolicyDocument;
    readonly Policies?: readonly { readonly PolicyDocument: PolicyDocument }[];
  };
  const documents = [...(own === undefined ? [] : [own]), ...Policies.map((each) => each.PolicyDocument)];
  return documents.flatMap(({ Statement }) => Statement);
}

/** The names that a value refers to, wherever they stand in it. */
export function referred(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referred);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "Ref") return [String(inner)];
    if (key === "Fn::GetAtt" && Array.isArray(inner)) return [String(inner[0])];
    if (key === "Fn::Sub") return [...String(inner).matchAll(/\$\{([^!}]+)\}/g)].map(([, name = ""]) => name);
    return referred(inner);
  });
}

/** The conditions that a template's parts hold under, or choose by. */
export function conditionsNamed({ Resources, Outputs }: Template): string[] {
  const own = [...Object.values(Resources), ...Object.values(Outputs)].flatMap(
    ({ Condition }) => Condition ?? [],
  );
  return [...own, ...chosenBy(Resources)];
}

function chosenBy(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "Fn::If" && Array.isArray(inner) ? [String(inner[0]), ...chosenBy(inner)] : chosenBy(inner),
  );
}

/** A document as IAM has it in an account. */
export function inAccount(account: string, document: unknown): unknown {
  if (Array.isArray(document)) return document.map((each) => inAccount(account, each));
  if (typeof document !== "object" || document === null) return document;
  if ("Fn::Sub" in document) {
    return String(document["Fn::Sub"]).replaceAll(STACK_ACCOUNT, account).replaceAll("${!", "${");
  }
  return Object.fromEntries(Object.entries(document).map(([key, inner]) => [key, inAccount(account, inner)]));
}
