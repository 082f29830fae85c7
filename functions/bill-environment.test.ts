import { expect, test } from "vitest";
import { readBillEnvironment } from "./bill-environment.ts";

const CELLS = { TAGLEDGER_CELLS: "s3://kept/cells/ml" };

test("cells are kept in a bucket, and below a prefix where there is one", () => {
  expect(readBillEnvironment(CELLS).cells).toEqual({ bucket: "kept", prefix: "cells/ml/" });
  expect(readBillEnvironment({ TAGLEDGER_CELLS: "s3://kept" }).cells).toEqual({ bucket: "kept", prefix: "" });
});

test("a deployment has bills delivered, or leaves that to the configuration", () => {
  expect(readBillEnvironment(CELLS).madePlace).toBeUndefined();
  expect(readBillEnvironment({ ...CELLS, TAGLEDGER_BILLS: "s3://made" }).madePlace).toBe("s3://made");
});

test.each([
  ["TAGLEDGER_CELLS", undefined, "is missing"],
  ["TAGLEDGER_CELLS", "cells", 'is "cells"'],
  ["TAGLEDGER_BILLS", "s3://", 'is "s3://"'],
])("%s is refused where it is %j", (name, value, found) => {
  expect(() => readBillEnvironment({ ...CELLS, [name]: value })).toThrow(
    expect.objectContaining({
      code: "bad-configuration",
      message: expect.stringContaining(`${name} ${found}: expected where`),
      fields: { names: [name] },
    }),
  );
});
