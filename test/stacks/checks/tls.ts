import { readDocument } from "../graph/document.ts";
import type { Resource } from "../graph/types.ts";

/** Whether a policy denies everything that comes without TLS, to all of these. */
export function deniesWithoutTls({ inputs }: Resource, resources: readonly string[]): boolean {
  return readDocument(inputs.policy).Statement.some(
    ({ Effect, Principal, Action, Resource, Condition }) =>
      Effect === "Deny" &&
      Principal["*"] !== undefined &&
      Action.length === 1 &&
      Condition.Bool?.["aws:SecureTransport"]?.join() === "false" &&
      resources.every((each) => Resource.includes(each)),
  );
}
