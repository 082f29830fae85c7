import { KinesisClient, paginateListStreams } from "@aws-sdk/client-kinesis";
import { arnOf, listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists Kinesis. */
export const kinesis: Lister = {
  types: ["kinesis:stream"],
  calls: ["kinesis:ListStreams"],
  list: (clients) =>
    listPages(clients, paginateListStreams({ client: clients.of(KinesisClient) }, {}), ({ StreamNames }) =>
      StreamNames?.map((name) => arnOf(clients, "kinesis", `stream/${name}`)),
    ),
};
