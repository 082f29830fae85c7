import { paginateDescribeClusters, RedshiftClient } from "@aws-sdk/client-redshift";
import { arnOf, listedAs } from "../listed.ts";
import type { Lister } from "../lister.ts";
import { tagMap } from "../tag-map.ts";

/** Lists clusters of Redshift, with tags. */
export const redshift: Lister = {
  types: ["redshift:cluster"],
  calls: ["redshift:DescribeClusters"],
  async *list(clients) {
    const pages = paginateDescribeClusters({ client: clients.of(RedshiftClient) }, {});
    for await (const { Clusters = [] } of pages) {
      yield Clusters.flatMap(({ ClusterIdentifier, Tags }) =>
        ClusterIdentifier === undefined
          ? []
          : [listedAs(arnOf(clients, "redshift", `cluster:${ClusterIdentifier}`), clients, tagMap(Tags))],
      );
    }
  },
};
