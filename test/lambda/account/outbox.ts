import PostalMime, { type Email } from "postal-mime";
import type { Moto } from "../../aws/local/moto.ts";

/** A mail as SES was given it. */
export interface SentMail extends Email {
  /** Whom SES was told to send it to. */
  readonly destinations: readonly string[];
}

interface Told {
  readonly ses: {
    readonly RawMessage?: readonly { readonly raw_data: string; readonly destinations: readonly string[] }[];
  };
}

/** What SES of an emulator was given from now on, oldest first. */
export async function openOutbox({ endpoint }: Pick<Moto, "endpoint">): Promise<() => Promise<SentMail[]>> {
  const all = async () => {
    const told = (await (await fetch(`${endpoint}/moto-api/data.json`)).json()) as Told;
    return told.ses?.RawMessage ?? [];
  };
  const before = (await all()).length;
  return async () => {
    const since = (await all()).slice(before);
    return Promise.all(
      since.map(async ({ raw_data, destinations }) => ({
        ...(await PostalMime.parse(raw_data)),
        // Those that the mail names count as well as those that it was given.
        destinations: [...new Set(destinations)],
      })),
    );
  };
}
