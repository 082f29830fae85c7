import { canonicalConfig } from "@tagledger/core/config/canonical";
import type { Config } from "@tagledger/core/config/definition";
import type { InputRecord } from "@tagledger/core/ledger/records";
import type { Ledger } from "@tagledger/core/ports";
import type { CliPorts } from "../compose.ts";
import { note } from "../output.ts";
import { endProgress } from "../progress.ts";
import { version } from "../version.ts";

/** What came of reading an input. */
export type TakenIn = Pick<InputRecord, "outcome" | "problem" | "counts">;

/** An input of the ledger. */
export interface Input {
  /** What it is, as `bill`. */
  readonly what: string;
  readonly paths: readonly string[];
  /** Other files that its reading depends on. */
  readonly beside?: readonly string[];
  readonly config: Config;
}

/**
 * Reads an input into the ledger, unless exactly this was read completely before.
 *
 * @throws bad-input when a path does not exist
 */
export async function takeIn(
  { ledger, ports, now }: { readonly ledger: Ledger; readonly ports: CliPorts; readonly now: () => number },
  { what, paths, beside = [], config }: Input,
  read: () => Promise<TakenIn>,
): Promise<void> {
  const source = `${what} ${paths.join(", ")}`;
  const [content, others] = [await ports.fingerprintOf(paths), await ports.fingerprintOf(beside)];
  const fingerprint = ports.hash.sha256([content, others, canonicalConfig(config), version()].join("\n"));
  const known = await ledger.input(source);
  if (known?.fingerprint === fingerprint && known.outcome === "complete") {
    note(`The ${what} is in the ledger already: ${paths.join(", ")}`);
    return;
  }
  note(`Reading the ${what}: ${paths.join(", ")} …`);
  const taken = await read();
  endProgress();
  await ledger.transact([{ kind: "input", input: { source, fingerprint, at: now(), ...taken } }]);
}
