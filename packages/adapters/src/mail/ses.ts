import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Mailer } from "@tagledger/core/ports/mail";
import { composeMail } from "./compose.ts";

/** SES gives these back with what becomes of a mail. */
export const MAIL_TAGS = { period: "tagledger-period", id: "tagledger-mail" } as const;

/** SES takes no more in one mail. */
const MOST_RECIPIENTS = 50;

/**
 * Letters over SES, which tells of bounces where a configuration set has it do so.
 *
 * @example sesLetters(new SESv2Client({}), { configurationSet: "tagledger-prod" })
 */
export function sesLetters(
  client: SESv2Client,
  { configurationSet }: { readonly configurationSet: string | null },
): Mailer {
  return {
    async send(letter) {
      const { id, from, to, content } = letter;
      const Data = await composeMail(letter);
      let messageId: string | null = null;
      for (let start = 0; start < to.length; start += MOST_RECIPIENTS) {
        const { MessageId = null } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: from,
            Destination: { ToAddresses: to.slice(start, start + MOST_RECIPIENTS) },
            Content: { Raw: { Data } },
            EmailTags: [
              { Name: MAIL_TAGS.period, Value: content.period },
              { Name: MAIL_TAGS.id, Value: id },
            ],
            ...(configurationSet !== null && { ConfigurationSetName: configurationSet }),
          }),
        );
        messageId ??= MessageId;
      }
      return { messageId };
    },
  };
}
