import type { Actor } from "../catalog/actor.ts";
import type { Repair } from "../tags/repair/repair.ts";
import { EVIDENCE, type Evidence } from "../tags/resolve/evidence.ts";
import type { Fact } from "./fact.ts";
import type { ResourceRecord } from "./resource.ts";

/** In the place of a name where there must be one. */
const FORGOTTEN = "forgotten";

/** Says whether a record holds personal data: who made a call, or what evidence was read from such a name. */
export function recordNamesPeople({ actor, evidence, repairs }: ResourceRecord): boolean {
  return namesPerson(actor) || evidence.some(restsOnPerson) || repairs.some(comesFromPerson);
}

/** A record without personal data. Tags stay: they are what the resource carries, whatever they say. */
export function recordWithoutPeople(record: ResourceRecord): ResourceRecord {
  return {
    ...record,
    actor: nobody(record.actor),
    evidence: record.evidence.map((each) => (restsOnPerson(each) ? { ...each, detail: "" } : each)),
    repairs: record.repairs.map((each) => (comesFromPerson(each) ? { ...each, from: "" } : each)),
  };
}

/** Says whether a fact holds personal data: who made a call, or asked us for something. */
export function factNamesPeople(fact: Fact): boolean {
  return namesPerson(fact.actor) || ("by" in fact && fact.by !== null && fact.by !== FORGOTTEN);
}

/** A fact without personal data. What was said in it stays, as tags do. */
export function factWithoutPeople(fact: Fact): Fact {
  const actor = nobody(fact.actor);
  // That somebody asked is part of what happened; that nobody had to is, too.
  return "by" in fact && fact.by !== null ? { ...fact, actor, by: FORGOTTEN } : { ...fact, actor };
}

function namesPerson(actor: Actor | null): boolean {
  if (actor === null || actor.type === "AWSService") return false;
  const { type: _type, accountId: _account, service: _service, ...names } = actor;
  return Object.values(names).some((name) => name !== null && name !== undefined);
}

/** Of an actor, what stays is what names no one: the type, the account, the service. */
function nobody(actor: Actor | null): Actor | null {
  if (actor === null || !namesPerson(actor)) return actor;
  const { type, accountId, service } = actor;
  const names = {
    arn: null,
    display: null,
    userName: null,
    roleName: null,
    roleArn: null,
    sessionName: null,
  };
  return { type, accountId, ...names, ...(service === undefined ? {} : { service }) };
}

function restsOnPerson({ kind, detail }: Evidence): boolean {
  const { source } = EVIDENCE[kind];
  return source !== "tag" && source !== "account" && detail !== "";
}

/** What evidence says is repeated where it is the reason for a repair. */
function comesFromPerson({ by, from }: Repair): boolean {
  return by === "owner" && from !== "";
}
