import type { ItemStore } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { uploadChange, uploadIn } from "./items.ts";
import { UPLOADS } from "./keys.ts";
import { uploadNamesPeople, uploadWithoutPeople } from "./people.ts";

/** Takes out who uploaded what before an instant; says of how many uploads. */
export async function forgetUploads(store: ItemStore, before: number): Promise<number> {
  let forgotten = 0;
  for (const item of await store.query({ partition: UPLOADS, ...WHOLE })) {
    const upload = uploadIn(item);
    if (upload.at >= before || !uploadNamesPeople(upload)) continue;
    const refused = await store.write([uploadChange(uploadWithoutPeople(upload))]);
    if (refused.length === 0) forgotten += 1;
  }
  return forgotten;
}
