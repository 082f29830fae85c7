import type { Config } from "../config/definition.ts";
import { badInput } from "../errors.ts";
import { type RequestKind, type ResourceRequest, standingOf } from "../ledger/request.ts";
import type { ResourceHistory, ResourceRecord } from "../ledger/resource.ts";
import type { Hash, Ledger } from "../ports.ts";
import { standsQuarantined } from "./standing-quarantines.ts";

const DAY = 86_400_000;
const ID_LENGTH = 16;
const AT_ONCE = 200;

/** What somebody asks for. */
export interface Asked {
  readonly kind: RequestKind;
  /** The name of the resource in the ledger, which mostly is its ARN. */
  readonly resource: string;
  readonly requester: string;
  readonly reason: string;
  /** Of an exemption, the first instant at which it is to hold no more, in epoch milliseconds; null for a release. */
  readonly until: number | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Keeps what somebody asks for, so that others decide; whoever asks again for what is open asked already.
 *
 * @throws bad-input where the ledger knows no such resource, nothing of it is quarantined that could be given back, no
 * reason is given, or an exemption is to end too late or never
 */
export async function askRequest(
  { ledger, hash }: { readonly ledger: Ledger; readonly hash: Hash },
  config: Config,
  asked: Asked,
): Promise<ResourceRequest> {
  const { kind, resource, requester, now } = asked;
  const reason = asked.reason.trim();
  if (reason === "") throw badInput("the request gives no reason", { resource });
  if (requester.trim() === "") throw badInput("the request names nobody who asks", { resource });
  const until = checkedUntil(asked, config);
  const { team } = askedAbout(await ledger.history(resource), kind);
  const id = hash.sha256(JSON.stringify([kind, resource, requester, reason, until, now])).slice(0, ID_LENGTH);
  const nobody = { state: "open", decidedBy: null, decidedAt: null, note: null } as const;
  const request = { id, revision: 0, kind, resource, team, requester, reason, until, at: now, ...nobody };
  const open = await openLike(ledger, request, now);
  if (open !== null) return open;
  await ledger.transact([{ kind: "request", request, revision: 0 }]);
  // Where it is there already, the same was asked in the same moment.
  return (await ledger.request(id)) ?? { ...request, revision: 1 };
}

function checkedUntil({ kind, resource, until, now }: Asked, config: Config): number | null {
  if (kind === "release") return null;
  const { days } = config.enforcement.requests;
  if (until === null || !Number.isSafeInteger(until)) {
    throw badInput("an exemption has to end: the request gives no until", { resource });
  }
  const given = Math.abs(until) <= 8.64e15 ? new Date(until).toISOString() : String(until);
  if (until <= now) throw badInput(`until ${given}: that is over already`, { resource, until: given });
  if (until > now + days * DAY) {
    const latest = new Date(now + days * DAY).toISOString();
    throw badInput(`until ${given}: an exemption holds for at most ${days} days, until ${latest}`, {
      resource,
      until: given,
      latest,
    });
  }
  return until;
}

function askedAbout(history: ResourceHistory, kind: RequestKind): ResourceRecord {
  const { resource } = history;
  const record = history.incarnations.at(-1);
  if (record === undefined) throw badInput(`${resource}: the ledger knows no such resource`, { resource });
  if (record.state === "gone") throw badInput(`${resource}: it is gone`, { resource });
  if (kind === "release" && !standsQuarantined(history)) {
    throw badInput(`${resource}: nothing of it is quarantined`, { resource });
  }
  return record;
}

/** What the same person asked for before in the same words, and nobody decided yet. */
async function openLike(
  ledger: Ledger,
  wanted: ResourceRequest,
  now: number,
): Promise<ResourceRequest | null> {
  const { items } = await ledger.requests({ team: wanted.team, limit: AT_ONCE });
  const isLike = (each: ResourceRequest) =>
    standingOf(each, now) === "open" &&
    each.kind === wanted.kind &&
    each.resource === wanted.resource &&
    each.requester === wanted.requester &&
    each.reason === wanted.reason &&
    each.until === wanted.until;
  return items.find(isLike) ?? null;
}
