import type { Sought } from "@tagledger/core/ports";
import type { FieldValue } from "@tagledger/core/remediation/fields";
import type { Clients } from "../inventory/clients.ts";

/** The one thing that a remedy sets. */
export interface Setting<Found> {
  /** The name of its field, as `running`. */
  readonly field: string;
  /** As it is, or is about to be; null where that cannot be told, or there is nothing of the kind. */
  now(found: Found): FieldValue | null;
  /** What a quarantine makes of it. */
  aim(before: FieldValue): FieldValue;
  /**
   * Makes it what is wanted, where it is something else.
   *
   * @param found null where the resource is not there: then its service is left to say so
   */
  change(clients: Clients, target: Sought, wanted: FieldValue, found: Found | null): Promise<unknown>;
}

/** How something is turned on and off. */
export interface Switch<Found> {
  /** Whether it is on, or about to be; null where that cannot be told. */
  isOn(found: Found): boolean | null;
  turnOn(clients: Clients, target: Sought): Promise<unknown>;
  turnOff(clients: Clients, target: Sought): Promise<unknown>;
}

/** A setting that a quarantine turns off. */
export function onOff<Found>(field: string, { isOn, turnOn, turnOff }: Switch<Found>): Setting<Found> {
  return {
    field,
    now: isOn,
    aim: () => false,
    change: (clients, target, wanted) => (wanted === true ? turnOn : turnOff)(clients, target),
  };
}
