import type { Ledger } from "@tagledger/core/ports";
import { type Fields, holdsAll } from "@tagledger/core/remediation/fields";
import { isDeed, openQuarantine, remediationOf } from "@tagledger/core/remediation/remediation";
import { AIMS } from "../estate.ts";
import type { Law } from "./law.ts";
import { type Lived, PATIENCE } from "./live.ts";
import type { Resident } from "./resident.ts";

const HOUR = 3_600_000;

/** The remedy of the quarantine that is open as the ledger knows it, of the present life; null where none is. */
export async function openIn(ledger: Ledger, { arn }: Resident): Promise<string | null> {
  const { facts, incarnations } = await ledger.history(arn);
  const record = incarnations.at(-1);
  if (record === undefined || record.state === "gone") return null;
  const own = facts.filter(({ at }) => record.created <= at);
  return openQuarantine(remediationOf(own.filter(isDeed)))?.remedy ?? null;
}

/** Holds how everything stands in the end against the laws. */
export async function checkInTheEnd(ledger: Ledger, { company, end }: Lived): Promise<void> {
  const { laws, estate } = company;
  for (const resident of company.residents.values()) {
    const thing = estate.things.get(resident.arn);
    const check = (law: Law, holds: boolean, more = "") =>
      laws.check(law, holds, { resident, now: end }, more);
    check(
      "nobody looks at one resource again and again",
      resident.looks <= 40 + 20 * resident.lives,
      `${resident.looks} looks`,
    );
    if (thing === undefined || resident.born === null) continue;
    const open = await openIn(ledger, resident);
    for (const [remedy, fields] of Object.entries(thing.fields) as [string, Fields][]) {
      const isWanted = holdsAll(fields, resident.will[remedy] ?? {});
      const isOurs = open === remedy && holdsAll(fields, AIMS[remedy] ?? {});
      check(
        "in the end everything is as its owner wants it, or quarantined",
        isWanted || isOurs,
        `${remedy} ${open}`,
      );
    }
    const right = company.cloud.rightSince(resident.arn);
    const since = Math.min(right ?? end, resident.exempt ?? end);
    const isOver = open === null || resident.quarantined === null || end - since < PATIENCE;
    check(
      "in the end what is right again has been given back",
      isOver,
      `right since ${right}, exempt since ${resident.exempt}`,
    );
  }
  const waiting = (await ledger.due(end - HOUR, 1000)).map(({ resource }) => resource);
  for (const name of waiting)
    laws.breaches.push({ law: "in the end nothing has been due for an hour", text: name });
}
