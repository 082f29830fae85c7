import * as z from "zod/mini";
import { about } from "./about.ts";
import { duration, email, name, path, s3, some, text, url, wholeNumber } from "./values.ts";

/** Where bills are delivered. */
export const billSource = z.union(
  [z.strictObject({ s3 }), z.strictObject({ path })],
  "{ s3: s3://bucket/prefix } or { path: FOLDER }",
);

/** Who is told, and over which channel. */
export const notify = z.strictObject({
  slack: z.optional(
    z.strictObject({
      webhook: text(/^secret:[A-Za-z0-9_]+$/, "the name of a secret, such as secret:SLACK_WEBHOOK"),
    }),
  ),
  email: z.optional(z.strictObject({ from: about("The sender of all mail", email) })),
  sns: z.optional(
    text(
      /^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:\S+$/,
      "the ARN of a topic, such as arn:aws:sns:eu-central-1:111122223333:tagledger",
    ),
  ),
  fallback: about("Who is told where no owner is known", z.optional(z.strictObject({ email: some(email) }))),
});

const DAY = "a day of the month from 1 to 28";

/** How reports are shown and who may read them. */
export const reports = z.strictObject({
  timeZone: about(
    "The zone in which times are shown, as Europe/Berlin; periods are always UTC",
    z._default(name, "UTC"),
  ),
  emailDay: about(
    "The day of the month on which statements are mailed",
    z._default(z.int(DAY).check(z.gte(1, DAY), z.lte(28, DAY)), 3),
  ),
  currency: about(
    "The currency of reports where a bill holds several",
    z.optional(text(/^[A-Z]{3}$/, "a currency code of three capital letters, such as USD")),
  ),
  url: about("Where people open the page, for links in mail", z.optional(url)),
  auth: about(
    "Who may read the API and the page",
    z.optional(
      z.strictObject({
        issuer: about("The OpenID Connect issuer of the tokens", url),
        audience: about("The audience that a token must name", name),
        clientId: about(
          "What the page is called where people sign in; the audience where it is left out",
          z.optional(name),
        ),
        teamsClaim: about("The claim that lists a reader's teams", z._default(name, "groups")),
        seeAll: about("Teams or groups that see every team", z._default(z.array(name), [])),
        mayUpload: about("Teams or groups that may hand in usage", z.optional(z.array(name))),
        mayRequest: about(
          "Teams or groups that may ask for a release or an exemption of what they see; all of them where it is left out",
          z.optional(z.array(name)),
        ),
        mayApprove: about("Teams or groups that decide on such requests", z.optional(z.array(name))),
      }),
    ),
  ),
});

/** How long what is kept. */
export const retention = z.strictObject({
  personalData: about("Names and addresses of people", z._default(duration, "400d")),
  billVersions: about("Versions of each period's bill", z._default(wholeNumber(1), 12)),
});
