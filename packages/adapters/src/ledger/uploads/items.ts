import type { Upload } from "@tagledger/core/ports/uploads";
import { decode, encode } from "../codec.ts";
import { peopleKey } from "../index-keys.ts";
import type { FoundItem, Put } from "../items.ts";
import { textOf } from "../resource-items.ts";
import { uploadKey } from "./keys.ts";
import { uploadNamesPeople } from "./people.ts";

/** Writes what is known of an upload where nobody else changed it since its revision. */
export function uploadChange(upload: Upload): Put {
  const { revision, ...kept } = upload;
  const key = uploadKey(upload.name);
  const indexes = uploadNamesPeople(upload) ? { people: peopleKey(upload.at, key) } : {};
  return {
    item: { ...key, version: revision + 1, body: encode(kept), indexes },
    when: { version: revision },
  };
}

/** What is known of an upload, in its item. */
export function uploadIn(item: FoundItem): Upload {
  return { ...(decode(textOf(item)) as Omit<Upload, "revision">), revision: item.version };
}
