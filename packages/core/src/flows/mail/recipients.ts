import type { Config } from "../../config/definition.ts";
import type { AddressRecord } from "../../ledger/mail.ts";

/** Whom a mail goes to, and who is left out. */
export interface Recipients {
  readonly to: readonly string[];
  /** Addresses to which mail does not come for good, or whose readers complained. */
  readonly left: readonly AddressRecord[];
}

/** What is known of addresses, by address in lower case. */
export type KnownAddresses = ReadonlyMap<string, AddressRecord>;

/** Sorts what is known by address; what has expired counts no more. */
export function knownAddresses(records: readonly AddressRecord[], now: number): KnownAddresses {
  return new Map(records.filter(({ expires }) => expires > now).map((record) => [record.address, record]));
}

/** Whom the statement of a team goes to. */
export function teamRecipients({ teams }: Config, team: string, known: KnownAddresses): Recipients {
  return sorted(Object.hasOwn(teams, team) ? (teams[team]?.email ?? []) : [], known);
}

/** Whom the summary goes to: who is told where no owner is known, and teams that see every team. */
export function platformRecipients(config: Config, known: KnownAddresses): Recipients {
  const { notify, reports, teams } = config;
  const seeing = (reports.auth?.seeAll ?? []).filter((name) => Object.hasOwn(teams, name));
  const addresses = [
    ...(notify.fallback?.email ?? []),
    ...seeing.flatMap((name) => teams[name]?.email ?? []),
  ];
  return sorted(addresses, known);
}

function sorted(addresses: readonly string[], known: KnownAddresses): Recipients {
  const once = [...new Map(addresses.map((address) => [address.toLowerCase(), address]))];
  const isLeft = (record: AddressRecord | undefined): record is AddressRecord =>
    record !== undefined && record.kind !== "delayed";
  return {
    to: once.filter(([key]) => !isLeft(known.get(key))).map(([, address]) => address),
    left: once.map(([key]) => known.get(key)).filter(isLeft),
  };
}
