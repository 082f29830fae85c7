import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { type Handler, lambda, type Run } from "./lambda.ts";
import { liveMailing } from "./live-mailing.ts";
import type { Compose, MailingSystem } from "./system.ts";

/** A week: a month that is divided anew each night is not mailed each morning. */
const REST = 7 * 86_400_000;

/** Mails the month that ended, once its day has come, and notes mail that came back; what fails is tried again. */
export function monthlyEmail(compose: Compose<MailingSystem>): Handler<SQSEvent, SQSBatchResponse> {
  return lambda("monthly-email", compose, async (batch, run) => {
    const { context, logger } = run;
    const handle = async ({ body, messageId }: SQSRecord) => {
      try {
        await doWhatIsTold(body, run);
      } catch (error) {
        // The error itself may name people.
        logger.error("mail could not be seen to, and is tried again", { messageId, reason: codeOf(error) });
        throw error;
      }
    };
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(batch, handle, processor, { context, throwOnFullBatchFailure: false });
  });
}

async function doWhatIsTold(body: string, run: Run<MailingSystem>): Promise<void> {
  const { system, count, logger } = run;
  const [{ readMailMessage }, { monthToMail }, { config }] = await Promise.all([
    import("./mail-message.ts"),
    import("@tagledger/core/flows/mail/mail-day"),
    system.inForce(),
  ]);
  const message = readMailMessage(body);
  if (message.kind === "returned") {
    const { recordBounce } = await import("@tagledger/core/flows/record-bounce");
    const { notice } = message;
    if (notice.kind !== "delayed") count("MailsReturned", notice.addresses.length);
    return recordBounce(await system.mailing(), notice, config);
  }
  const month = monthToMail(config, system.now());
  const isAsked = month !== null && (message.kind === "due" || message.period === month);
  if (!isAsked || config.notify.email === undefined) return;
  const ports = await system.mailing();
  const states = await Promise.all(
    (["effective", "billed"] as const).map((basis) => ports.snapshots.state(month, basis)),
  );
  if (states.every(({ snapshots }) => snapshots.length === 0)) {
    logger.info("there is no snapshot of the month to mail yet", { period: month });
    return;
  }
  await mailAll(month, run);
}

async function mailAll(period: string, { system, logger, count }: Run<MailingSystem>): Promise<void> {
  const [{ mailMonth }, { config }] = await Promise.all([
    import("@tagledger/core/flows/mail-month"),
    system.inForce(),
  ]);
  let failed = 0;
  const mailed = mailMonth(await system.mailing(), { period, config, rest: REST });
  for await (const { team, snapshot, outcome } of mailed) {
    count("MailsSent", outcome === "sent" ? 1 : 0);
    failed += outcome === "failed" ? 1 : 0;
    logger.info("a mail was seen to", { period, snapshot, outcome, isSummary: team === null });
  }
  count("MailsFailed", failed);
  if (failed === 0) return;
  const { TagledgerError } = await import("@tagledger/core/errors");
  throw new TagledgerError("outside-failure", `${failed} mails about ${period} were not taken`, { period });
}

/** What kind of error of ours it is. */
function codeOf(error: unknown): string {
  const isOurs = error instanceof Error && error.name === "TagledgerError" && "code" in error;
  return isOurs ? String(error.code) : "unknown";
}

/** What Lambda calls. */
export const handler = monthlyEmail(liveMailing);
