import type { Delivery } from "../../bills/delivery.ts";
import { TagledgerError } from "../../errors.ts";

const ATTEMPTS = 20;

/**
 * Tries until it comes to something: who was quicker is heeded by looking again.
 *
 * @throws outside-failure where others are quicker all the time
 */
export async function patiently<T>(
  { export: name, period }: Pick<Delivery, "export" | "period">,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (let count = 0; count < ATTEMPTS; count++) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new TagledgerError("outside-failure", `${name} ${period}: others change this period all the time`, {
    export: name,
    period,
  });
}
