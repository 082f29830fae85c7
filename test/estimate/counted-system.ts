import { ledgerIn } from "@tagledger/adapters/ledger/ledger";
import { memoryItems } from "@tagledger/adapters/memory/items";
import type { Config } from "@tagledger/core/config/definition";
import { onDue } from "../../functions/on-due.ts";
import { calmCloud } from "../functions/cloud.ts";
import { makeContext } from "../functions/context.ts";
import { SCHEDULED } from "../functions/invocations.ts";
import { makeSystem, START, type TestSystem } from "../functions/system.ts";
import { counted, noUnits, type Units } from "../load/units.ts";
import type { Cloud } from "../world/cloud.ts";
import type { Part } from "./part.ts";
import { writtenBy } from "./written.ts";

/** A system whose ledger counts what it is asked. */
export interface CountedSystem {
  readonly system: TestSystem;
  readonly cloud: Cloud;
  /** Does something, and says what it came to. */
  part(of: number, act: () => Promise<unknown>): Promise<Part>;
  /** A run of what is due at an instant. */
  run(now: number): Promise<unknown>;
}

/** Makes such a system over a simulated cloud. */
export function countedSystem(config: Config): CountedSystem {
  let units: Units = noUnits();
  const kept = ledgerIn(counted(memoryItems(), () => units));
  const cloud = calmCloud();
  const system = makeSystem(cloud, START, { config, kept });
  return {
    system,
    cloud,
    async part(of, act) {
      units = noUnits();
      const [sent, told] = [system.sent.length, system.estate.messages.length];
      const logs = await writtenBy(act);
      const events = system.sent.length - sent;
      return { of, units: { ...units }, logs, events, messages: system.estate.messages.length - told };
    },
    async run(now) {
      cloud.now = now;
      return onDue(async () => ({ ...system, now: () => now }))(SCHEDULED, makeContext());
    },
  };
}
