import { TagledgerError } from "@tagledger/core/errors";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calmCloud } from "../test/functions/cloud.ts";
import { makeContext } from "../test/functions/context.ts";
import { type Output, readOutput } from "../test/functions/output.ts";
import { makeSystem } from "../test/functions/system.ts";
import { lambda } from "./lambda.ts";
import { once } from "./once.ts";
import type { System } from "./system.ts";

let output: Output;

beforeEach(() => {
  output = readOutput();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const compose = async () => makeSystem(calmCloud());

test("a function gives what it comes to, and its metrics stand in Tagledger", async () => {
  const count = lambda<number, number, System>("count", compose, async (event, run) => {
    run.count("Counted", event);
    return event + 1;
  });
  expect(await count(1, makeContext())).toBe(2);
  expect(output.metrics()).toMatchObject({ Counted: 1 });
  expect(output.text()).toContain('"Namespace":"Tagledger"');
});

test("the outside world is composed once for all invocations", async () => {
  const composed = vi.fn(compose);
  const world = once(composed);
  const count = lambda<null, null, System>("count", world, async () => null);
  await count(null, makeContext());
  await count(null, makeContext());
  expect(composed).toHaveBeenCalledTimes(1);
});

test("an outside world that could not be composed is composed again for the next invocation", async () => {
  const composed = vi.fn(compose).mockRejectedValueOnce(new Error("no region"));
  const count = lambda<null, string, System>("count", once(composed), async () => "done");
  await expect(count(null, makeContext())).rejects.toThrow("no region");
  expect(await count(null, makeContext())).toBe("done");
});

test("an error is logged with its code and fields, and is an error of the invocation", async () => {
  const broken = new TagledgerError("bad-configuration", "TAGLEDGER_TABLE is missing", {
    names: ["TAGLEDGER_TABLE"],
  });
  const fail = lambda<unknown, null, System>("fail", compose, () => Promise.reject(broken));
  await expect(fail({ id: "event-1", detail: "mira" }, makeContext())).rejects.toBe(broken);
  expect(output.logs().filter(({ level }) => level === "ERROR")).toMatchObject([
    {
      level: "ERROR",
      message: "TAGLEDGER_TABLE is missing",
      service: "fail",
      correlation_id: "event-1",
      function_request_id: "request-1",
      error: { code: "bad-configuration", fields: { names: ["TAGLEDGER_TABLE"] } },
    },
  ]);
  expect(output.text()).not.toContain("mira");
});
