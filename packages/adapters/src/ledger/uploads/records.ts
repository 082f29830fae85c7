import type { Upload, UploadRecords } from "@tagledger/core/ports/uploads";
import { readContent, storeContent } from "../content.ts";
import type { ItemStore } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { uploadChange, uploadIn } from "./items.ts";
import { UPLOADS, uploadKey } from "./keys.ts";

/** Uploads in any store of items: beside the ledger, in the same table. */
export function uploadRecordsIn(store: ItemStore): UploadRecords {
  const write = async (upload: Upload) => (await store.write([uploadChange(upload)])).length === 0;
  return {
    async find(name) {
      const found = await store.get(uploadKey(name));
      return found === null ? null : uploadIn(found);
    },
    async list() {
      const uploads = (await store.query({ partition: UPLOADS, ...WHOLE })).map(uploadIn);
      return uploads.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    read: (hash) => readContent(store, hash),
    async keep(upload, text) {
      // First the text: what names it is seen only once it is there.
      const hash = await storeContent(store, text);
      return write({ ...upload, hash });
    },
    withdraw: (upload, by, at) => write({ ...upload, withdrawn: { by, at } }),
  };
}
