import type { Told } from "./told.ts";

/** What is to be put into the DNS of a domain, so that SES may send in its name. */
export type DkimRecords = $util.Output<readonly string[]>;

/**
 * Makes the identity that mail is sent from, where the deployment is told to: whoever has one already leaves it at that. An address
 * is proven by the link that SES sends there, a domain by records in its DNS.
 *
 * @returns the names of those records; null where there are none
 */
export function mailIdentity({ mailIdentity: name, isKept }: Told): DkimRecords | null {
  if (name === null) return null;
  const isDomain = !name.includes("@");
  const identity = new aws.sesv2.EmailIdentity(
    "MailIdentity",
    {
      emailIdentity: name,
      ...(isDomain && { dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" } }),
    },
    // Others may send in its name meanwhile: who no longer asks for it leaves it as it is.
    { retainOnDelete: isKept },
  );
  if (!isDomain) return null;
  // Where the region has a zone of its own, that takes the place of `dkim.amazonses.com`.
  return identity.dkimSigningAttributes.apply(({ tokens }) =>
    tokens.map((token) => `${token}._domainkey.${name} CNAME ${token}.dkim.amazonses.com`),
  );
}
