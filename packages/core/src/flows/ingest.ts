import type { Delivery } from "../bills/delivery.ts";
import { placingRules } from "../bills/placing-rules.ts";
import { asOne, badInput, TagledgerError } from "../errors.ts";
import type { Ingested, IngestPorts, IngestRequest } from "./ingest/request.ts";
import { takeIn } from "./ingest/take-in.ts";

/**
 * Takes in all that was delivered at a place: of each export and period the newest version, which is read from then on,
 * whole and at once. What is delivered again changes nothing; a version that fails a check is refused, and the one before
 * stays.
 *
 * @throws bad-input where the place holds no delivery, and, after all others were taken in, where some of its manifests
 * cannot be read, telling each
 * @throws outside-failure, after all others were taken in, where some cannot be reached; the next try goes on where it was
 */
export async function* ingest(
  ports: IngestPorts,
  { place, as, ...request }: IngestRequest,
): AsyncGenerator<Ingested> {
  const rules = { ...request, placing: ports.hash.sha256(placingRules(request.config)) };
  const failures: TagledgerError[] = [];
  await refuseUnknown(ports, request.insteadOf);
  const found = await ports.deliveries.find(place, (problem) => failures.push(problem));
  for (const delivery of named(found, place, as)) {
    try {
      yield await takeIn(ports, rules, delivery);
    } catch (error) {
      if (!(error instanceof TagledgerError) || error.code !== "outside-failure") throw error;
      failures.push(error);
    }
  }
  const failure = asOne(failures);
  if (failure !== undefined) throw failure;
}

/** The deliveries of an export under the name that it goes by here. */
function named(deliveries: readonly Delivery[], place: string, as: string | undefined): readonly Delivery[] {
  if (as === undefined) return deliveries;
  const names = [...new Set(deliveries.map((delivery) => delivery.export))];
  if (names.length > 1)
    throw badInput(`${place}: holds ${names.join(", ")}, which cannot all be called ${as}`, {
      exports: names,
    });
  return deliveries.map((delivery) => ({ ...delivery, export: as }));
}

async function refuseUnknown({ records }: IngestPorts, insteadOf: string | undefined): Promise<void> {
  if (insteadOf === undefined) return;
  const states = await records.periods();
  const known = states.flatMap(({ pointers, retired = {} }) => [
    ...Object.keys(pointers),
    ...Object.keys(retired),
  ]);
  if (known.includes(insteadOf)) return;
  const names = [...new Set(known)].sort().join(", ") || "none";
  throw badInput(
    `there is no export called ${insteadOf} whose place another could take; there are: ${names}`,
    {
      export: insteadOf,
    },
  );
}
