import { SESv2Client } from "@aws-sdk/client-sesv2";
import type { Mailer } from "@tagledger/core/ports/mail";
import { sesLetters } from "../mail/ses.ts";

/** Letters over SES in the account and region that the SDK finds by itself. */
export function openLetters(configurationSet: string | null): Mailer {
  return sesLetters(new SESv2Client({}), { configurationSet });
}
