import { millisecondsOf } from "../config/duration.ts";
import type { Basis } from "../costs/charge.ts";
import type { MailRecord } from "../ledger/mail.ts";
import type { MailTrouble } from "../reports/mail/summary.ts";
import { claimMail } from "./mail/claim.ts";
import { type Draft, lettersOf } from "./mail/letters.ts";
import type { MailPorts, MailRequest } from "./mail/ports.ts";
import { sendClaimed } from "./mail/send-claimed.ts";
import { troubleOf } from "./mail/trouble.ts";

/**
 * What became of a letter: `sent`; sent before, `again`; in somebody else's hands, `busy`; `unchanged`, as its figures are
 * those of the last one; `resting`, as that one is too fresh; to `nobody`; `failed`, which the next run tries again.
 */
export interface Mailed {
  /** Null for the platform. */
  readonly team: string | null;
  readonly period: string;
  readonly basis: Basis;
  readonly snapshot: string;
  readonly outcome: "sent" | "again" | "busy" | "unchanged" | "resting" | "nobody" | "failed";
  readonly to: readonly string[];
  /** Addresses that were left out. */
  readonly left: readonly string[];
  /** Why it failed; null where it did not. */
  readonly problem: string | null;
}

/**
 * Mails a month: to each team what it bears, then to the platform what all do and what is wrong about the mail. Each team
 * gets each snapshot once, however often this runs; one that fails holds up no other.
 *
 * @throws bad-input where no snapshot of the month was made, or a team that was asked for bears nothing of it
 */
export async function* mailMonth(ports: MailPorts, request: MailRequest): AsyncGenerator<Mailed> {
  const { teams, summary } = await lettersOf(ports, request);
  const earlier = await ports.mail.mails(request.period);
  const trouble: MailTrouble[] = [];
  for (const draft of teams) {
    trouble.push(...troubleOf(draft));
    const mailed = await mailOne(ports, request, draft, earlier);
    const { team, outcome, problem } = mailed;
    if (outcome === "failed" && team !== null) trouble.push({ kind: "failed", team, why: problem ?? "" });
    yield mailed;
  }
  if (summary === null) return;
  const own = summary(trouble);
  const draft = own.left.length === 0 ? own : summary([...trouble, ...troubleOf(own)]);
  yield mailOne(ports, request, draft, earlier);
}

async function mailOne(
  ports: MailPorts,
  { config, unchanged, rest = 0 }: MailRequest,
  { team, id, content, figures, to, left }: Draft,
  earlier: readonly MailRecord[],
): Promise<Mailed> {
  const { period, basis, snapshot, state } = content;
  const addresses = left.map(({ address }) => address);
  const mailed = { team, period, basis, snapshot, to, left: addresses, problem: null };
  if (to.length === 0) return { ...mailed, outcome: "nobody" };
  const from = config.notify.email?.from;
  if (from === undefined)
    return { ...mailed, outcome: "failed", problem: "notify.email.from names no sender" };
  const now = ports.clock();
  const last = lastOther({ team, id }, earlier);
  if (unchanged !== true && last?.state === state) {
    if (JSON.stringify(last.figures) === JSON.stringify(figures)) return { ...mailed, outcome: "unchanged" };
    if (now < last.at + rest) return { ...mailed, outcome: "resting" };
  }
  const expires = now + millisecondsOf(config.retention.personalData);
  const about = { id, period, basis, snapshot, team, state, figures, to, left: addresses, expires };
  try {
    const claim = await claimMail(ports.mail, about, now);
    if (claim.outcome !== "claimed") return { ...mailed, outcome: claim.outcome };
    const { problem } = await sendClaimed(ports, { id, at: now, from, to, content }, claim);
    return { ...mailed, outcome: problem === null ? "sent" : "failed", problem };
  } catch (error) {
    // The ledger does not answer: others may be luckier.
    return { ...mailed, outcome: "failed", problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The last mail about the month that its reader got; null where there is none, or it is this one. */
function lastOther(
  { team, id }: Pick<MailRecord, "team" | "id">,
  earlier: readonly MailRecord[],
): MailRecord | null {
  const last = earlier
    .filter((each) => each.team === team && each.status === "sent")
    .reduce<MailRecord | null>((a, b) => (a === null || a.at <= b.at ? b : a), null);
  return last?.id === id ? null : last;
}
