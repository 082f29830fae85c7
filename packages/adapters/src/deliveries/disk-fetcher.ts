import { TagledgerError } from "@tagledger/core/errors";
import { lookOnDisk } from "./disk-source.ts";
import type { PartFetcher } from "./fetcher.ts";

/** Parts on a disk of this machine are read where they lie. */
export function diskFetcher(): PartFetcher {
  return {
    async fetch({ place, tag }) {
      const found = await lookOnDisk(place);
      if (found?.tag === tag) return { path: place, bytes: 0 };
      const message = `${place}: the file was ${found === null ? "removed" : "replaced"} while it was read`;
      throw new TagledgerError("outside-failure", message, { file: place });
    },
  };
}
