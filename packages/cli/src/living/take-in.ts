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
  /** What else its reading depends on. */
  readonly state?: readonly string[];
  /** Whether it is read even where all that is known of is as it was. */
  readonly always?: boolean;
  readonly config: Config;
}

/**
 * Reads an input into the ledger, unless exactly this was read completely before.
 *
 * @returns by what it is known whether this is what was read
 * @throws bad-input when a path does not exist
 */
export async function takeIn(
  { ledger, ports, now }: { readonly ledger: Ledger; readonly ports: CliPorts; readonly now: () => number },
  { what, paths, beside = [], state = [], always = false, config }: Input,
  read: (isAgain: boolean) => Promise<TakenIn>,
): Promise<string> {
  const source = `${what} ${paths.join(", ")}`;
  const [content, others] = [await ports.fingerprintOf(paths), await ports.fingerprintOf(beside)];
  const told = [content, others, canonicalConfig(config), version(), ...state];
  const fingerprint = ports.hash.sha256(told.join("\n"));
  const known = await ledger.input(source);
  if (!always && known?.fingerprint === fingerprint && known.outcome === "complete") {
    note(`The ${what} is in the ledger already: ${paths.join(", ")}`);
    return fingerprint;
  }
  note(`Reading the ${what}: ${paths.join(", ")} …`);
  // A bill may have been taken in and this not be known: by an earlier start that was stopped, or under another name.
  const taken = await read(known?.fingerprint !== fingerprint);
  endProgress();
  await ledger.transact([{ kind: "input", input: { source, fingerprint, at: now(), ...taken } }]);
  return fingerprint;
}
