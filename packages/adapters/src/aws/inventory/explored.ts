import { paginateListResources, ResourceExplorer2Client } from "@aws-sdk/client-resource-explorer-2";
import type { Clients } from "./clients.ts";
import { listPages } from "./listed.ts";
import type { Listed } from "./lister.ts";
import type { Place } from "./place.ts";

/** With more to a page there would be but one. */
const PAGE = 500;

/**
 * What Resource Explorer tells of an account and region that has no tags. It may have some by now, and may be gone:
 * the index is renewed as it comes.
 *
 * @param clients those of the account and region that the view is in
 */
export function untaggedIn(
  { account, region }: Place,
  view: string,
  clients: Clients,
): AsyncIterable<readonly Listed[]> {
  const FilterString = `tag:none accountid:${account} region:${region}`;
  const pages = paginateListResources(
    { client: clients.of(ResourceExplorer2Client) },
    { ViewArn: view, Filters: { FilterString }, MaxResults: PAGE },
  );
  const of = { account, region };
  return listPages({ ...clients, ...of }, pages, ({ Resources }) => Resources?.map(({ Arn }) => Arn));
}
