import type { Sought } from "@tagledger/core/ports";
import { type Fields, isSameValue } from "@tagledger/core/remediation/fields";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import type { Clients } from "../inventory/clients.ts";
import { madeAt } from "./made-at.ts";
import type { RemedyCalls, TypeRemedies } from "./remedy.ts";
import type { Setting } from "./setting.ts";

/** How a resource of one type is found. */
export interface Finder<Found> {
  /**
   * Asks for it.
   *
   * @returns null where it is not there
   * @throws the SDK's own errors
   */
  find(clients: Clients, target: Sought): Promise<Found | null>;
  /** The state that its service tells. */
  state(found: Found): string | undefined;
  /** When it was made; left out where that is not told, or is no sign of another that took its name. */
  made?(found: Found): Date | undefined;
  /** What holds of it, of all that its remedies depend on. */
  conditions?(found: Found, clients: Clients): Inspection["conditions"] | Promise<Inspection["conditions"]>;
}

/** The remedies of a type each of which sets one thing, by their names. */
export function bySettings<Found>(
  finder: Finder<Found>,
  settings: Readonly<Record<string, Setting<Found>>>,
): TypeRemedies {
  const each = Object.entries(settings);
  return {
    async inspect(clients, target) {
      const found = await finder.find(clients, target);
      if (found === null) return null;
      return {
        state: finder.state(found) ?? null,
        ...madeAt(finder.made?.(found)),
        conditions: (await finder.conditions?.(found, clients)) ?? {},
        controller: null,
        remedies: Object.fromEntries(
          each.flatMap(([remedy, setting]) => {
            const fields = fieldsOf(setting, found);
            return fields === null ? [] : [[remedy, fields]];
          }),
        ),
      };
    },
    remedies: Object.fromEntries(each.map(([remedy, setting]) => [remedy, callsOf(finder, setting)])),
  };
}

function callsOf<Found>({ find }: Finder<Found>, setting: Setting<Found>): RemedyCalls {
  return {
    aim(before) {
      const value = before[setting.field];
      return value === undefined ? {} : { [setting.field]: setting.aim(value) };
    },
    async set(clients, target, fields) {
      const wanted = fields[setting.field];
      if (wanted === undefined) return;
      const found = await find(clients, target);
      const now = found === null ? null : setting.now(found);
      if (now === null || !isSameValue(now, wanted)) await setting.change(clients, target, wanted, found);
    },
  };
}

function fieldsOf<Found>({ field, now }: Setting<Found>, found: Found): Fields | null {
  const value = now(found);
  return value === null ? null : { [field]: value };
}
