import { placingRules } from "../bills/placing-rules.ts";
import { TagledgerError } from "../errors.ts";
import type { Ingested, IngestPorts, IngestRequest } from "./ingest/request.ts";
import { takeIn } from "./ingest/take-in.ts";

/**
 * Takes in all that was delivered at a place: of each export and period the newest version, which is read from then on,
 * whole and at once. What is delivered again changes nothing; a version that fails a check is refused, and the one before
 * stays.
 *
 * @throws bad-input where the place holds no delivery
 * @throws outside-failure, after all others were taken in, where one cannot be reached; the next try goes on where it was
 */
export async function* ingest(
  ports: IngestPorts,
  { place, ...request }: IngestRequest,
): AsyncGenerator<Ingested> {
  const rules = { ...request, placing: ports.hash.sha256(placingRules(request.config)) };
  const failures: unknown[] = [];
  for (const delivery of await ports.deliveries.find(place)) {
    try {
      yield await takeIn(ports, rules, delivery);
    } catch (error) {
      if (!(error instanceof TagledgerError) || error.code !== "outside-failure") throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
