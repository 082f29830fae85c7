import type { Company } from "./company.ts";
import type { Resident } from "./resident.ts";

/** Whether the ledger knows that the last quarantine was done, or that somebody ran it since. */
export async function knowsQuarantine(
  { ledger, rules }: Company,
  { arn, ended, lasted }: Resident,
  now: number,
): Promise<boolean> {
  const { facts } = await ledger.history(arn);
  const since = ended - lasted;
  return facts.some(
    ({ at, kind, actor }) =>
      (kind === "quarantined" && since <= at && at <= now) ||
      (kind === "ran" && since < at && actor !== null && !rules.isOwn(actor)),
  );
}

/** Whether the ledger knows that its tags were written when they were. */
export async function knowsTags({ ledger }: Company, { arn, tagged }: Resident): Promise<boolean> {
  const { facts } = await ledger.history(arn);
  return facts.some(({ kind, at }) => kind === "repaired" && tagged !== null && tagged.at <= at);
}
