import { expect, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverFocus } from "../bills/deliver.ts";
import { billingAccountFor } from "./local/billing-account.ts";

const CONFIG = `${RULES}retention: { billVersions: 1 }\nbills: [{ s3: s3://billing/exports }]\n`;

const makeAccount = billingAccountFor("on-bill-delivered");

test("a bundled function takes in what is delivered and what takes its place, and removes what nobody reads", async () => {
  const account = await makeAccount(CONFIG);
  for (const run of ["run-1", "run-2", "run-3"]) {
    const charges = makeCharges(80, run === "run-1" ? 0 : 3);
    const told = await account.bucket.deliver(deliverFocus, charges, { run });
    const { results, output } = await account.tested([told, '{"look":"all"}']);
    expect(results, output).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
  }
  const versions = await account.stores.bills.versions(PERIOD);
  expect(versions.map(({ status }) => status)).toEqual(["superseded", "superseded", "published"]);
  account.close();
});
