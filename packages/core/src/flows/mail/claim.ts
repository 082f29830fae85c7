import type { MailRecord, Revised } from "../../ledger/mail.ts";
import type { MailRecords } from "../../ports/mail.ts";

/** Longer than sending takes; whoever dies meanwhile holds up the mail for no longer. */
const HELD = 15 * 60_000;

/** A mail that nobody else sends now, or why this is not to be sent. */
export type Claim =
  | { readonly outcome: "claimed"; readonly record: MailRecord; readonly revision: number }
  | { readonly outcome: "again" | "busy"; readonly record: MailRecord | null };

/** What a claim says of a mail. */
export type Claimed = Omit<
  MailRecord,
  "status" | "at" | "until" | "attempts" | "bounced" | "messageId" | "problem"
>;

/**
 * Takes a mail in hand, so that of all that want to send it one does: one that was sent stays sent; one that somebody
 * took and did not send is taken over after a while.
 */
export async function claimMail(
  records: Pick<MailRecords, "mail" | "transact">,
  mail: Claimed,
  now: number,
): Promise<Claim> {
  const { record: known, revision }: Revised<MailRecord> = await records.mail(mail.period, mail.id);
  if (known?.status === "sent") return { outcome: "again", record: known };
  if (known?.status === "sending" && (known.until ?? 0) > now) return { outcome: "busy", record: known };
  const record: MailRecord = {
    ...mail,
    status: "sending",
    at: now,
    until: now + HELD,
    attempts: (known?.attempts ?? 0) + 1,
    bounced: [],
    messageId: null,
    problem: null,
  };
  const { done } = await records.transact([{ kind: "mail", record, revision }]);
  return done ? { outcome: "claimed", record, revision: revision + 1 } : { outcome: "busy", record: null };
}
