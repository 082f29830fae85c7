import type { MailRecord } from "../../ledger/mail.ts";
import type { Letter } from "../../ports/mail.ts";
import type { MailPorts } from "./ports.ts";

/** What became of a mail that was in hand. */
export interface SentOrNot {
  readonly messageId: string | null;
  /** Why it was not taken; null where it was. */
  readonly problem: string | null;
}

/** Sends a mail that is in hand, and notes what became of it. */
export async function sendClaimed(
  { mailer, mail, clock }: Pick<MailPorts, "mailer" | "mail" | "clock">,
  letter: Letter,
  { record, revision }: { readonly record: MailRecord; readonly revision: number },
): Promise<SentOrNot> {
  const sent = await attempt(mailer, letter);
  const after: MailRecord = {
    ...record,
    status: sent.problem === null ? "sent" : "failed",
    at: clock(),
    until: null,
    ...sent,
  };
  const { done } = await mail.transact([{ kind: "mail", record: after, revision }]);
  if (done || sent.problem !== null) return sent;
  // A bounce was faster, or somebody who took it for abandoned: that it was sent is to be known all the same.
  const now = await mail.mail(record.period, record.id);
  const merged = { ...after, bounced: now.record?.bounced ?? [] };
  await mail.transact([{ kind: "mail", record: merged, revision: now.revision }]);
  return sent;
}

async function attempt(mailer: MailPorts["mailer"], letter: Letter): Promise<SentOrNot> {
  try {
    const { messageId } = await mailer.send(letter);
    return { messageId, problem: null };
  } catch (error) {
    return { messageId: null, problem: error instanceof Error ? error.message : String(error) };
  }
}
