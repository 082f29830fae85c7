import type { Config } from "../config/definition.ts";
import { badInput, TagledgerError } from "../errors.ts";
import { type ResourceRequest, standingOf } from "../ledger/request.ts";
import type { Notable, NotePorts } from "./remediate/note.ts";
import { note } from "./remediate/note.ts";
import type { Rules } from "./rules.ts";
import { standsQuarantined } from "./standing-quarantines.ts";

/** What somebody says to a request. */
export interface Decision {
  /** The id of the request. */
  readonly id: string;
  /** To end an exemption that holds is to withdraw it. */
  readonly decision: "approve" | "refuse" | "withdraw";
  readonly by: string;
  readonly note: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A session is called as whoever takes on the role likes; only those of IAM Identity Center are called after their person. */
const SESSION = /^(arn:[a-z-]+:sts::\d+:assumed-role\/(?!awsreservedsso_)[^/]+)\/.*$/;

const STATES = { approve: "approved", refuse: "refused", withdraw: "withdrawn" } as const;

/**
 * Why somebody may not say so to a request; null where they may, as far as that follows from who asked. Who may decide at
 * all, and for which teams, is known to whoever calls.
 *
 * @example decisionRefused(request, { decision: "approve", by: request.requester }, config) // "ann asked for it: …"
 */
export function decisionRefused(
  { requester }: Pick<ResourceRequest, "requester">,
  { decision, by }: Pick<Decision, "decision" | "by">,
  { enforcement }: Pick<Config, "enforcement">,
): string | null {
  const isOwn = personOf(requester) === personOf(by);
  if (decision !== "approve" || !isOwn || enforcement.requests.ownApproval) return null;
  return `${requester} asked for it: somebody else has to approve it`;
}

/**
 * Decides a request, and has what was approved take effect in one with that: an exemption holds from then on until it ends,
 * and a release is noted as asked for, so that whatever does what is due gives back. The same said again, or twice at once,
 * changes nothing.
 *
 * @param rules those in force, which act
 * @throws bad-input where there is no such request, it is decided already, whoever asked may not approve it, or the resource
 * is not there or not quarantined any more
 * @throws outside-failure where somebody else decides it at the same time
 */
export async function decideRequest(
  ports: NotePorts,
  { rules, config }: { readonly rules: Rules; readonly config: Config },
  decision: Decision,
): Promise<ResourceRequest> {
  const { id, by, now } = decision;
  const { ledger } = ports;
  const request = await ledger.request(id);
  if (request === null) throw badInput(`${id}: there is no such request`, { request: id });
  if (isDecidedSo(request, decision)) return request;
  checkOpen(request, decision);
  const refused = decisionRefused(request, decision, config);
  if (refused !== null) throw badInput(`request ${id}: ${refused}`, { request: id, by });
  const decided = {
    ...request,
    state: STATES[decision.decision],
    decidedBy: by,
    decidedAt: now,
    note: decision.note,
  };
  const { resource, revision } = request;
  const notables = await comesTo(ports, request, decision);
  const write = { kind: "request", request: decided, revision } as const;
  const isWritten =
    notables.length === 0
      ? (await ledger.transact([write])).done
      : await note(ports, rules, { resource, now }, notables, write);
  if (isWritten) return { ...decided, revision: revision + 1 };
  // A double click says the same twice at once.
  const found = await ledger.request(id);
  if (found !== null && isDecidedSo(found, decision)) return found;
  throw new TagledgerError("outside-failure", `request ${id}: somebody else decides it right now`, {
    request: id,
  });
}

function isDecidedSo({ state, decidedBy }: ResourceRequest, { decision, by }: Decision): boolean {
  return state === STATES[decision] && decidedBy === by;
}

function checkOpen(request: ResourceRequest, { decision, now }: Decision): void {
  const standing = standingOf(request, now);
  if (standing === "open") return;
  const isHolding = standing === "approved" && request.kind === "exemption";
  if (decision === "withdraw" && isHolding) return;
  const { id, decidedBy } = request;
  const by = decidedBy === null ? "" : ` by ${decidedBy}`;
  throw badInput(`request ${id} is ${standing}${by}: there is nothing to decide`, { request: id, standing });
}

/** What is noted of the resource. */
async function comesTo(
  { ledger }: NotePorts,
  { id, kind, resource, team, requester, reason, until, state }: ResourceRequest,
  { decision, by, now }: Decision,
): Promise<Notable[]> {
  const exempted = { kind: "exempted", request: id, by, reason, owner: team } as const;
  if (decision === "withdraw") return state === "approved" ? [{ ...exempted, until: now }] : [];
  if (decision === "refuse") return [];
  const history = await ledger.history(resource);
  const record = history.incarnations.at(-1);
  if (record === undefined || record.state === "gone") {
    throw badInput(`${resource}: it is gone`, { resource, request: id });
  }
  if (kind === "exemption") return until === null ? [] : [{ ...exempted, until }];
  if (!standsQuarantined(history)) {
    throw badInput(`${resource}: nothing of it is quarantined`, { resource, request: id });
  }
  return [{ kind: "asked", by: requester, reason: `${reason} (request ${id})` }];
}

/** Whoever a name stands for, as far as it can be told from others: all sessions of a role are one. */
function personOf(name: string): string {
  return name.trim().toLowerCase().replace(SESSION, "$1");
}
