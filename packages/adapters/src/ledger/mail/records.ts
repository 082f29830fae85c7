import type { AddressRecord, MailRecord, MailWrite, Revised } from "@tagledger/core/ledger/mail";
import type { MailRecords } from "@tagledger/core/ports/mail";
import { decode, encode } from "../codec.ts";
import type { ItemKey, ItemStore, Put } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { textOf } from "../resource-items.ts";
import { writeTogether } from "../write-together.ts";
import { ADDRESSES, addressKey, mailKey, mailPartition } from "./keys.ts";

/** What is known of mail in any store of items: beside the ledger, in the same table. */
export function mailRecordsIn(store: ItemStore): MailRecords {
  return {
    mail: (period, id) => revised<MailRecord>(store, mailKey({ period, id })),
    mails: (period) => listed<MailRecord>(store, mailPartition(period)),
    address: (address) => revised<AddressRecord>(store, addressKey(address)),
    addresses: () => listed<AddressRecord>(store, ADDRESSES),
    transact: (writes) =>
      writeTogether(
        store,
        writes.map((write, place) => ({ change: changeOf(write), place })),
      ),
  };
}

function changeOf(write: MailWrite): Put {
  const { record, revision } = write;
  const key = write.kind === "mail" ? mailKey(write.record) : addressKey(write.record.address);
  const item = { ...key, version: revision + 1, expires: record.expires, body: encode(record) };
  return { item, when: { version: revision } };
}

async function revised<Kept>(store: ItemStore, key: ItemKey): Promise<Revised<Kept>> {
  const found = await store.get(key);
  return found === null
    ? { record: null, revision: 0 }
    : { record: decode(textOf(found)) as Kept, revision: found.version };
}

async function listed<Kept>(store: ItemStore, partition: string): Promise<Kept[]> {
  const found = await store.query({ partition, ...WHOLE });
  return found.map((item) => decode(textOf(item)) as Kept);
}
