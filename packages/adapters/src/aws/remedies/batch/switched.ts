import { BatchClient } from "@aws-sdk/client-batch";
import type { TagMap } from "@tagledger/core/catalog/tags";
import { controlledBy } from "../controlled-by.ts";
import { flagOf } from "../field.ts";
import type { TypeRemedies } from "../remedy.ts";

/** How Batch shows what can be switched on and off. */
interface Shown {
  readonly status?: string | undefined;
  readonly state?: string | undefined;
  readonly tags?: TagMap | undefined;
}

/** How it is asked for and switched, by its name or ARN. */
interface Switch {
  readonly remedy: string;
  find(client: BatchClient, name: string): Promise<Shown | undefined>;
  turn(client: BatchClient, name: string, state: "ENABLED" | "DISABLED"): Promise<unknown>;
}

/** Remedies of a type of Batch that can be switched on and off, and takes and places no more jobs while it is off. */
export function switched({ remedy, find, turn }: Switch): TypeRemedies {
  return {
    async inspect(clients, { arn, id, type }) {
      const found = await find(clients.of(BatchClient), arn ?? id);
      if (found === undefined) return null;
      return {
        state: found.status ?? null,
        controller: controlledBy(type, found.tags ?? {}),
        conditions: {},
        remedies: { [remedy]: { enabled: found.state === "ENABLED" } },
      };
    },
    remedies: {
      [remedy]: {
        aim: () => ({ enabled: false }),
        async set(clients, { arn, id }, fields) {
          const enabled = flagOf(fields, "enabled");
          if (enabled === undefined) return;
          await turn(clients.of(BatchClient), arn ?? id, enabled ? "ENABLED" : "DISABLED");
        },
      },
    },
  };
}
