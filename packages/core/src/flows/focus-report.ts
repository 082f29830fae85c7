import { allocate, type DividedPool } from "../costs/allocate.ts";
import { BASES } from "../costs/charge.ts";
import { type Period, parsePeriod } from "../costs/period.ts";
import { readUsage } from "../costs/sharing/read-usage.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import type { BillSource, Bills, Hash, Usage } from "../ports.ts";
import type { FocusPool, FocusSource } from "../reports/render/focus/source.ts";
import { tagKeysOf } from "../reports/render/focus/tag-keys.ts";
import { withUsage } from "../reports/render/focus/with-usage.ts";
import type { AttributionRequest } from "./attribute-bill.ts";
import { attributeCommitments } from "./attribute-commitments.ts";
import { type OtherBases, onOtherBases } from "./other-bases.ts";
import { type ReportRequest, type ReportResult, report } from "./report.ts";

/** A report with what FOCUS wants to know besides. */
export interface FocusResult
  extends Pick<ReportResult, "idleRules" | "unweighed">,
    Pick<OtherBases, "absent"> {
  readonly source: FocusSource;
}

/**
 * Divides a bill among teams, and reads it on its other bases as well, on all of which a pool is divided by the same
 * fractions: those of the basis of the report, or, where the pool holds nothing on that, of the first on which it does.
 *
 * @throws bad-input when bill or usage cannot be read on the basis asked for, or period or currency must be chosen
 */
export async function focusReport(
  ports: { bills: Bills; usage: Usage; hash: Hash },
  request: ReportRequest,
): Promise<FocusResult> {
  const { config } = request;
  const result = await report(ports, request);
  const { period, currency } = result.report;
  const usage = readUsage(await ports.usage.read(request.usage), config);
  const read = (again: AttributionRequest) => attributeCommitments(ports, again);
  const { attributed, absent } = await onOtherBases(read, { ...request, period, currency }, BASES);
  const input = { config, usage, period: parsePeriod(period) };
  const divided = [
    result.allocation.pools,
    ...[...attributed.values()].map((each) => allocate(each, input).pools),
  ];
  const pools = config.pools.map(({ name }) =>
    focusPool(
      divided.flatMap((each) => each.filter(({ pool }) => pool.name === name)),
      input,
    ),
  );
  return {
    source: {
      report: result.report,
      pools: pools.flatMap((pool) => pool ?? []),
      others: new Map([...attributed].map(([basis, { totals }]) => [basis, [...totals.values()]])),
      tagKeys: tagKeysOf(config),
      ...providedBy(result.sources),
    },
    idleRules: result.idleRules,
    unweighed: result.unweighed,
    absent,
  };
}

/** A pool on the basis of the report, which comes first, then on others. */
function focusPool(
  onBases: readonly DividedPool[],
  { usage, period }: { usage: readonly UsageRow[]; period: Period },
): FocusPool | null {
  const [own] = onBases;
  if (own === undefined) return null;
  const { pool, shares } = own;
  const first = onBases.find((each) => each.shares.length > 0);
  const known = first === own ? shares : (first?.shares ?? []).map((share) => ({ ...share, amount: 0n }));
  // Where usage is missing, it was divided by something else than it asks for.
  const { method } = (first ?? own).dividedBy;
  return {
    pool: pool.name,
    method,
    metric: pool.method === "usage" && method === "usage" ? pool.metric : null,
    shares: withUsage(known, pool, usage, period),
  };
}

/** Who provides and who pays, as far as a bill tells. */
export function providedBy(sources: readonly BillSource[]): Pick<FocusSource, "provider" | "billingAccount"> {
  const payers = new Set(sources.flatMap((source) => source.payers ?? []));
  const isAws = sources.length > 0 && sources.every(({ format }) => format === "CUR");
  return {
    // Cost and Usage Reports are written by nobody else.
    provider: isAws ? "Amazon Web Services" : null,
    billingAccount: payers.size === 0 ? null : [...payers].sort().join(", "),
  };
}
