import type { Config } from "../../config/definition.ts";
import type { Grant } from "./grant.ts";
import type { Realm } from "./place.ts";

/** Tells people in our own account over what the configuration names. */
export function telling({ notify }: Config, realm: Pick<Realm, "partition" | "account">): readonly Grant[] {
  return [
    ...(notify.sns === undefined ? [] : topic(notify.sns, realm)),
    ...(notify.email === undefined ? [] : mail(notify.email.from, ["ses:SendEmail"], realm)),
  ];
}

/** Sends mails that have parts, for which SES asks for a permission of their own. */
export function mailing({ notify }: Config, realm: Pick<Realm, "partition" | "account">): readonly Grant[] {
  return notify.email === undefined
    ? []
    : mail(notify.email.from, ["ses:SendEmail", "ses:SendRawEmail"], realm);
}

/** Publishes to a topic, where it is in the account; one elsewhere is reached by the role there. */
export function topic(arn: string, { account }: Pick<Realm, "account">): readonly Grant[] {
  const [, , , , ofAccount] = arn.split(":");
  return ofAccount === account ? [{ what: "Tells", calls: ["sns:Publish"], resources: [arn] }] : [];
}

function mail(
  from: string,
  calls: readonly Grant["calls"][number][],
  { partition, account }: Pick<Realm, "partition" | "account">,
): readonly Grant[] {
  const base = `arn:${partition}:ses:*:${account}`;
  return [
    {
      what: "Mails",
      calls,
      // In the sandbox SES asks for the identity of whom it goes to as well: what limits is the sender's address.
      resources: [`${base}:configuration-set/*`, `${base}:identity/*`],
      when: { StringEqualsIgnoreCase: { "ses:FromAddress": [from] } },
    },
  ];
}
