import type { Stores } from "@tagledger/adapters/ledger/stores";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { handedInText } from "@tagledger/adapters/usage/files/handed-in";
import { authenticateOpen } from "@tagledger/api/auth/open";
import type { ApiSystem } from "@tagledger/api/system";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import type { Config } from "@tagledger/core/config/definition";
import { rulesInForce } from "@tagledger/core/flows/rules-in-force";
import type { PriceBook } from "@tagledger/core/spend/price";
import { note } from "../output.ts";

/** The outside world of the API on one machine, open to whoever uses it. */
export function localSystem(
  { ledger, snapshots, uploads }: Pick<Stores, "ledger" | "snapshots" | "uploads">,
  { config, prices }: { readonly config: Config; readonly prices: PriceBook },
): ApiSystem {
  const published = { config, hash: nodeHash.sha256(canonicalConfig(config)) };
  return {
    now: Date.now,
    hash: nodeHash,
    prices,
    authenticate: authenticateOpen(),
    signIn: async () => null,
    inForce: rulesInForce({ configurations: { current: async () => published }, ledger, hash: nodeHash }),
    ledger: async () => ledger,
    snapshots: async () => snapshots,
    uploads: async () => ({ uploads, text: handedInText() }),
    log: (message, error) =>
      note(`tagledger: ${message}: ${error instanceof Error ? error.stack : String(error)}`),
  };
}
