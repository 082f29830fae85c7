import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { findResource } from "@tagledger/core/flows/find-resource";
import { makeRecord } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { beforeEach, expect, test } from "vitest";

const [EAST, WEST] = ["us-east-1", "us-west-2"].map((region) => `arn:aws:sqs:${region}:111122223333:jobs`);

let ledger: Ledger;
beforeEach(() => {
  ledger = memoryLedger();
});

async function knows(resource = "", id = "jobs"): Promise<void> {
  const record = makeRecord({ resource, arn: resource, id });
  await ledger.transact([
    {
      kind: "resource",
      resource,
      version: 0,
      incarnations: [record],
      accruals: [],
      removed: [],
      facts: [],
    },
  ]);
}

test("a resource is found by its ARN and by its id", async () => {
  await knows(EAST);
  for (const named of [EAST ?? "", "jobs"]) expect((await findResource(ledger, named)).resource).toBe(EAST);
});

test("an id that several resources have is refused with all of them", async () => {
  await knows(EAST);
  await knows(WEST);
  await expect(findResource(ledger, "jobs")).rejects.toMatchObject({
    code: "bad-input",
    message: `jobs: there are several: ${EAST}, ${WEST}`,
  });
});

test("what is not known is refused, with the nearest that is", async () => {
  await expect(findResource(ledger, "jobs")).rejects.toMatchObject({
    code: "bad-input",
    message: "jobs: the ledger knows no such resource",
  });
  await knows(EAST);
  await expect(findResource(ledger, "jbos")).rejects.toThrow('did you mean "jobs"?');
});
