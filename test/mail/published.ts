import type { Stores } from "@tagledger/adapters/ledger/stores";
import { nodeHash } from "@tagledger/adapters/node/hash";
import type { Config } from "@tagledger/core/config/definition";
import type { MailPorts, MailRequest } from "@tagledger/core/flows/mail/ports";
import { type Mailed, mailMonth } from "@tagledger/core/flows/mail-month";
import type { Letter, Mailer } from "@tagledger/core/ports/mail";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";

/** Makes a snapshot the one that is read of its month. */
export async function publish({ snapshots }: Pick<Stores, "snapshots">, snapshot: Snapshot): Promise<void> {
  const { id, digest, at, configuration, period, basis } = snapshot;
  await snapshots.keep(snapshot);
  const { revision, ...state } = await snapshots.state(period, basis);
  const entry = { id, digest, at, bills: [], configuration };
  const next = { ...state, revision, snapshots: [...state.snapshots, entry] };
  await snapshots.transact([{ kind: "snapshots", state: next, revision }]);
}

/** Closes a month. */
export async function close({ bills }: Pick<Stores, "bills">, period: string): Promise<void> {
  const { revision, ...state } = await bills.period(period);
  const closed = { at: Date.UTC(2026, 9, 8), by: "mira", reason: "settled" };
  await bills.transact([{ kind: "period", state: { ...state, revision, closed }, revision }]);
}

/** Takes letters, and refuses those to some. */
export function collecting(
  refusing: ReadonlySet<string> = new Set(),
): Mailer & { readonly letters: Letter[] } {
  const letters: Letter[] = [];
  return {
    letters,
    async send(letter) {
      if (letter.to.some((address) => refusing.has(address))) throw new Error("the address is not verified");
      letters.push(letter);
      return { messageId: `ses-${letters.length}` };
    },
  };
}

/** What a month is mailed by; by a clock that is moved by hand. */
export function portsOf(stores: Stores, mailer: Mailer, clock: () => number): MailPorts {
  const { snapshots, bills, ledger, mail } = stores;
  return { snapshots, bills, ledger, mail, mailer, hash: nodeHash, clock };
}

/** What became of each letter of a month, by team. */
export async function mailed(
  ports: MailPorts,
  config: Config,
  more: Partial<MailRequest> = {},
): Promise<Record<string, Mailed["outcome"]>> {
  const outcomes: Record<string, Mailed["outcome"]> = {};
  for await (const { team, outcome } of mailMonth(ports, { period: "2026-09", config, ...more }))
    outcomes[team ?? "platform"] = outcome;
  return outcomes;
}
