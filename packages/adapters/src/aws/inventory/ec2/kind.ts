import type { EC2Client, Filter, Tag } from "@aws-sdk/client-ec2";
import type { Described } from "../described.ts";
import { tagMap } from "../tag-map.ts";

/** How EC2 describes all resources of a type, or those of some ids. */
export type Ec2Kind = (
  client: EC2Client,
  ids: readonly string[] | null,
) => AsyncIterable<readonly Described[]>;

/** What a page holds, put into one form. */
type Items<Page> = (page: Page) => readonly (Described | null)[] | undefined;

/** A type whose description takes a filter by id, which leaves out what is not there. */
export function filtered<Page>(
  filter: string,
  pages: (config: { client: EC2Client }, input: { Filters?: Filter[] }) => AsyncIterable<Page>,
  items: Items<Page>,
): Ec2Kind {
  return async function* (client, ids) {
    const input = ids === null ? {} : { Filters: [{ Name: filter, Values: [...ids] }] };
    for await (const page of pages({ client }, input)) yield present(items(page));
  };
}

/** A type that is asked for by ids only: one that is not there fails the call. */
export function named<Page>(
  pages: (client: EC2Client, ids: string[] | undefined) => AsyncIterable<Page>,
  items: Items<Page>,
): Ec2Kind {
  return async function* (client, ids) {
    for await (const page of pages(client, ids === null ? undefined : [...ids])) yield present(items(page));
  };
}

/** One page, as the calls answer that have no more than one. */
export async function* once<Page>(page: Promise<Page>): AsyncGenerator<Page> {
  yield await page;
}

/** A resource as EC2 describes it. */
export function described(
  key: string | undefined,
  tags: readonly Tag[] | undefined,
  state?: string,
): Described | null {
  return key === undefined ? null : { key, tags: tagMap(tags), state };
}

function present(items: readonly (Described | null)[] | undefined): Described[] {
  return (items ?? []).filter((item) => item !== null);
}
