import type { Sought } from "@tagledger/core/ports";
import type { Fields } from "@tagledger/core/remediation/fields";
import type { Clients } from "../../inventory/clients.ts";
import type { TypeRemedies } from "../remedy.ts";

/** A remedy of one resource, as a flow would use it. */
export interface Quarantine {
  /** Its fields as they are; undefined where it has nothing to change, null where the resource is not there. */
  now(): Promise<Fields | undefined | null>;
  /** What it would set of what there is. */
  aim(): Promise<Fields>;
  set(fields: Fields): Promise<void>;
}

/** One remedy of a type, tried on one resource. */
export function quarantineOf(
  { inspect, remedies }: TypeRemedies,
  remedy: string,
  clients: Clients,
  target: Sought,
): Quarantine {
  const calls = remedies[remedy];
  if (calls === undefined) throw new Error(`there is no remedy ${remedy}`);
  const now = async () => {
    const inspection = await inspect(clients, target);
    return inspection === null ? null : inspection.remedies[remedy];
  };
  return {
    now,
    async aim() {
      return calls.aim((await now()) ?? {}, clients, target);
    },
    set: (fields) => calls.set(clients, target, fields),
  };
}
