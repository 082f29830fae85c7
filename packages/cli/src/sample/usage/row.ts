import { daySpan, isoTime } from "../month.ts";

/** Who uses a pool, and for what as far as that is known. */
export interface Consumer {
  /** A team, another pool as `pool:NAME`, or `capacity`: what there was to use. */
  readonly team: string;
  readonly project?: string;
  readonly workload?: string;
  readonly environment?: string;
  readonly experiment?: string;
}

/** One sample of usage: how much of a metric a consumer of a pool used on a day. */
export interface UsageRow extends Consumer {
  readonly pool: string;
  readonly metric: string;
  readonly day: number;
  readonly quantity: string;
}

const HEADER = "start,end,pool,team,metric,quantity,project,workload,environment,experiment";

/** The rows as the CSV that people hand in. */
export function toCsv(rows: readonly UsageRow[]): string {
  return `${[HEADER, ...rows.map(record)].join("\n")}\n`;
}

function record(row: UsageRow): string {
  const { from, until } = daySpan(row.day);
  const cells = [isoTime(from), isoTime(until), row.pool, row.team, row.metric, row.quantity];
  const known = [row.project, row.workload, row.environment, row.experiment].map((value) => value ?? "");
  return [...cells, ...known].map(cell).join(",");
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
