import type { RequestAnswer } from "../api/answers.ts";
import { may, type Session } from "../api/session.ts";

/** What somebody can say to a request. */
export type Decision = "approve" | "refuse" | "withdraw";

/** What can be done about a request by whoever looks; whether it may be in the end, the API says. */
export function decisionsFor(
  { state, kind, requester }: Pick<RequestAnswer, "state" | "kind" | "requester">,
  session: Session,
): readonly Decision[] {
  const decides = may(session, "approve");
  const isOwn = requester === session.name && may(session, "release");
  // To end an exemption that holds is to withdraw it.
  if (state === "approved" && kind === "exemption") return decides || isOwn ? ["withdraw"] : [];
  if (state !== "open") return [];
  return [...(decides ? (["approve", "refuse"] as const) : []), ...(isOwn ? (["withdraw"] as const) : [])];
}
