import type { S3Client } from "@aws-sdk/client-s3";
import type { Config } from "@tagledger/core/config/definition";
import type { CloudtrailSource } from "@tagledger/core/config/definition/usage/cloudtrail";
import { parseAmount } from "@tagledger/core/costs/money";
import { badInput } from "@tagledger/core/errors";
import type { TrailItem } from "@tagledger/core/ports";
import type { UsageReading, UsageSource } from "@tagledger/core/ports/usage-sources";
import { anyGlob } from "@tagledger/core/text/glob";
import { openDatabase } from "../../duckdb/database.ts";
import { DAY, HOUR, hoursIn, hoursKnown, spanOf } from "../hours.ts";
import { plainRow } from "../plain-row.ts";
import { loggedCall } from "./event.ts";
import { eachItem, type TrailPlace } from "./items.ts";
import { ownerOfCall } from "./owner.ts";
import { Tally } from "./tally.ts";

/** What logs of CloudTrail are read with. */
export interface CloudtrailOptions {
  readonly source: CloudtrailSource;
  readonly teams: Config["teams"];
  /** Reaches the bucket where logs are in one. */
  readonly client: () => Promise<S3Client>;
  /** The folder in which relative paths begin. */
  readonly base: string;
  /** Where files lie while they are read; the system's folder for such if left out. */
  readonly folder?: string;
}

const METRICS = ["reads", "writes"] as const;

/**
 * Who read and wrote how often, as the data events of CloudTrail tell it: one call that succeeded counts one. An hour is
 * known where the trail recorded anything in it.
 *
 * @example cloudtrailUsage({ source, teams, client, base: "." }).read({ period, until }) // reads and writes by team
 */
export function cloudtrailUsage({ source, teams, client, base, folder }: CloudtrailOptions): UsageSource {
  const { pool } = source;
  const name = `cloudtrail ${source.s3 ?? source.path}`;
  const matches = source.resource === undefined ? null : anyGlob(source.resource);
  const ownerOf = ownerOfCall(teams);
  return {
    kind: source.kind,
    name,
    pools: [pool],
    async read(query): Promise<UsageReading> {
      const asked = spanOf(query);
      const hours = new Set<number>();
      const left = { failed: 0, unknown: 0 };
      const database = await openDatabase(folder === undefined ? {} : { within: folder });
      const tally = new Tally(database);
      try {
        const take = async (item: TrailItem) => {
          const call = loggedCall(item);
          if (call === null || call.at < asked.start || call.at >= asked.end) return;
          hours.add(Math.floor(call.at / HOUR) * HOUR);
          const { data } = call;
          if (data === null || (matches !== null && !data.resources.some(matches))) return;
          if (data.failed) left.failed++;
          else if (data.metric === null) left.unknown++;
          else await tally.add(data.id, call.at, data.metric, ownerOf(data));
        };
        if (asked.start < asked.end) await eachItem(await placeOf(database.folder), asked, take);
        const rows = (await tally.counts()).map(({ day, metric, team, count }) =>
          plainRow({
            start: Math.max(day, asked.start),
            end: Math.min(day + DAY, asked.end),
            pool,
            team,
            metric,
            quantity: parseAmount(String(count)),
            place: `${name}: ${team}`,
          }),
        );
        const spans = [...hours].map((start) => ({ start, end: start + HOUR }));
        const known = { hours: hoursKnown(asked, spans), of: hoursIn(asked) };
        return {
          rows,
          coverage: METRICS.map((metric) => ({ pool, metric, ...known })),
          notes: notesOf(left),
        };
      } finally {
        tally.discard();
        await database.close();
      }
    },
  };

  async function placeOf(scratch: string): Promise<TrailPlace> {
    if (source.path !== undefined) return { path: source.path, base };
    if (source.s3 !== undefined) return { s3: source.s3, client: await client(), folder: scratch };
    throw badInput(`${name}: expected s3 or path`, { value: pool });
  }

  function notesOf({ failed, unknown }: { failed: number; unknown: number }): string[] {
    return [
      `${name}: a call counts one, whatever it read or wrote; what the trail does not record is not known`,
      ...(failed === 0 ? [] : [`${name}: ${failed} records of calls that failed do not count`]),
      ...(unknown === 0
        ? []
        : [`${name}: ${unknown} records do not say whether they read or wrote, and do not count`]),
    ];
  }
}
