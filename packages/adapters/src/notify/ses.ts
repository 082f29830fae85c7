import { type SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Mailer } from "./email.ts";

const Charset = "UTF-8";

/**
 * Mail over SES.
 *
 * @example sesMailer(new SESv2Client({}))
 */
export function sesMailer(client: SESv2Client): Mailer {
  return {
    async send({ from, to, subject, text }) {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [...to] },
          Content: {
            Simple: { Subject: { Data: subject, Charset }, Body: { Text: { Data: text, Charset } } },
          },
        }),
      );
    },
  };
}
