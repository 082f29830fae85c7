import { sub } from "./call.ts";

/** What stands in an ARN for the account that a stack is made in. */
export const STACK_ACCOUNT = `\${AWS::AccountId}`;

/** A document whose texts name the account of the stack: CloudFormation fills it in, and leaves the variables of IAM alone. */
export function filledIn(document: unknown): unknown {
  if (typeof document === "string") {
    if (!document.includes(STACK_ACCOUNT)) return document;
    const parts = document.split(STACK_ACCOUNT).map((part) => part.replaceAll("${", "${!"));
    return sub(parts.join(STACK_ACCOUNT));
  }
  if (Array.isArray(document)) return document.map(filledIn);
  if (typeof document !== "object" || document === null) return document;
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, filledIn(value)]));
}
