import { BASES } from "@tagledger/core/costs/charge";
import { type ChargeNeeds, OPTIONAL_FACTS } from "@tagledger/core/costs/query";
import type { Database } from "../../database.ts";
import { openPart } from "../open-part.ts";
import type { OpenPart } from "../part.ts";

/** What tests read bills for: all facts, and teams. */
export const NEEDS: ChargeNeeds = { facts: new Set(OPTIONAL_FACTS), tagKeys: ["ml-team"], instants: [] };

/** Opens a file of lines of September 2026 as a part of a delivery. */
export function openTestPart(database: Database, path: string, index = 0): Promise<OpenPart> {
  return openPart(database, path, {
    index,
    place: path,
    month: { start: Date.UTC(2026, 8, 1), end: Date.UTC(2026, 9, 1) },
    choice: { needs: NEEDS, places: false, compared: false },
    bases: BASES,
    whole: true,
  });
}
