import type { Channel } from "./channel.ts";

/** One mail, as plain text. */
export interface Mail {
  /** The same whenever the mail is sent again. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  /** One line. */
  readonly subject: string;
  readonly text: string;
}

/** What sends mail. */
export interface Mailer {
  /** @throws Error where it was not taken */
  send(mail: Mail): Promise<void>;
}

/** SES takes no more in one mail. */
const MOST_RECIPIENTS = 50;

/**
 * Mail.
 *
 * @example emailChannel({ from: "finops@example.com", mailer: fileMailer("mails") })
 */
export function emailChannel({ from, mailer }: { readonly from: string; readonly mailer: Mailer }): Channel {
  return {
    name: "email",
    async send({ id, at, subject, text }, addresses) {
      if (addresses.length === 0) throw new Error("a mail needs an address");
      for (let start = 0; start < addresses.length; start += MOST_RECIPIENTS) {
        const to = addresses.slice(start, start + MOST_RECIPIENTS);
        await mailer.send({ id: start === 0 ? id : `${id}/${start}`, at, from, to, subject, text });
      }
    },
  };
}
