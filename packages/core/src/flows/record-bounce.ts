import type { Config } from "../config/definition.ts";
import { millisecondsOf } from "../config/duration.ts";
import { TagledgerError } from "../errors.ts";
import type { AddressRecord } from "../ledger/mail.ts";
import type { MailRecords } from "../ports/mail.ts";

/** What the mail service tells of mail that it took. */
export interface BounceNotice {
  readonly kind: AddressRecord["kind"];
  /** When that was, in epoch milliseconds. */
  readonly at: number;
  readonly addresses: readonly { readonly address: string; readonly why: string }[];
  /** Which mail it is about; null where it is none of ours. */
  readonly mail: { readonly period: string; readonly id: string } | null;
}

const ATTEMPTS = 10;
/** Who complained or is gone for good stays so, whatever comes late. */
const WEIGHT: Readonly<Record<AddressRecord["kind"], number>> = { delayed: 0, bounced: 1, complained: 2 };

/**
 * Records by address that mail did not come, or is not wanted, and that with the mail that it is about. The same notice
 * again changes nothing.
 *
 * @throws outside-failure where others change the records all the time
 */
export async function recordBounce(
  { mail: records }: { readonly mail: MailRecords },
  { kind, at, addresses, mail }: BounceNotice,
  { retention }: Pick<Config, "retention">,
): Promise<void> {
  const expires = at + millisecondsOf(retention.personalData);
  for (const { address: spelt, why } of addresses) {
    const address = spelt.toLowerCase();
    await amended(address, async () => {
      const { record: known, revision } = await records.address(address);
      if (known !== null && known.expires > at && WEIGHT[known.kind] > WEIGHT[kind]) return true;
      if (known !== null && known.kind === kind && known.at >= at) return true;
      const record = { address, kind, at, why, expires };
      return (await records.transact([{ kind: "address", record, revision }])).done;
    });
  }
  if (mail === null || kind === "delayed") return;
  const gone = addresses.map(({ address }) => address.toLowerCase());
  await amended(mail.id, async () => {
    const { record, revision } = await records.mail(mail.period, mail.id);
    if (record === null || gone.every((address) => record.bounced.includes(address))) return true;
    const bounced = [...new Set([...record.bounced, ...gone])].sort();
    return (await records.transact([{ kind: "mail", record: { ...record, bounced }, revision }])).done;
  });
}

async function amended(name: string, change: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) if (await change()) return;
  throw new TagledgerError("outside-failure", `${name}: others change what is known of it all the time`, {
    name,
  });
}
