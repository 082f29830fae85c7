import type { Sought } from "@tagledger/core/ports";
import type { Fields } from "@tagledger/core/remediation/fields";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import type { Clients } from "../inventory/clients.ts";

/** How the resources of one type are looked at and quarantined. */
export interface TypeRemedies {
  /**
   * Reads state, conditions, controller and, for each remedy by name, the fields that it would change as they are now.
   *
   * @returns null where the resource is not there
   * @throws the SDK's own errors
   */
  inspect(clients: Clients, target: Sought): Promise<Inspection | null>;
  /** By the name of the remedy, as `ec2:stop`. */
  readonly remedies: Readonly<Record<string, RemedyCalls>>;
}

/** The calls of one remedy. */
export interface RemedyCalls {
  /** What it would set, given what is there; what it needs for that is made where it is not there. */
  aim(before: Fields, clients: Clients, target: Sought): Fields | Promise<Fields>;
  /**
   * Sets those fields that are given, to quarantine as well as to give back; again, it does nothing more.
   *
   * @throws the SDK's own errors
   */
  set(clients: Clients, target: Sought, fields: Fields): Promise<void>;
}
