import type { Sought } from "@tagledger/core/ports";
import type { Fields } from "@tagledger/core/remediation/fields";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import type { Refusal } from "@tagledger/core/remediation/refusal";
import type { Clients } from "../inventory/clients.ts";

/** How the resources of one type are looked at and quarantined. */
export interface TypeRemedies {
  /** Whether its name tells enough to ask for it; absent where any does. */
  isNamed?(target: Sought): boolean;
  /**
   * Reads state, conditions and controller, and for each remedy by name the fields that it would change, as they are
   * now; what is on its way to a state counts as being there.
   *
   * @returns null where the resource is not there
   * @throws the SDK's errors
   */
  inspect(clients: Clients, target: Sought): Promise<Inspection | null>;
  /** By name, as in `ec2:stop`. */
  readonly remedies: Readonly<Record<string, RemedyCalls>>;
}

/** The calls of a remedy. */
export interface RemedyCalls {
  /**
   * What it would set, given what is there; makes what it needs for that.
   *
   * @throws the SDK's errors
   */
  aim(before: Fields, clients: Clients, target: Sought): Fields | Refusal | Promise<Fields | Refusal>;
  /**
   * Sets fields, to quarantine as well as to give back, and only those that are given; doing so twice comes to the
   * same.
   *
   * @throws the SDK's errors
   */
  set(clients: Clients, target: Sought, fields: Fields): Promise<void>;
}
