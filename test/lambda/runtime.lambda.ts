import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { Configured } from "./runtime/environment.ts";
import { type LambdaFunction, makeFunction } from "./runtime/lambda.ts";
import { requireTools } from "./runtime/tools.ts";

const made: LambdaFunction[] = [];

/** A function that does what it is told. */
function probe(more: Partial<Configured> = {}): LambdaFunction {
  const lambda = makeFunction({
    name: "probe",
    handler: "probe.handler",
    folder: join(import.meta.dirname, "fixtures"),
    environment: { GREETING: "hello" },
    timeout: 30,
    memory: 256,
    logFormat: "Text",
    account: "111122223333",
    region: "eu-central-1",
    ...more,
  });
  made.push(lambda);
  return lambda;
}

afterEach(async () => {
  for (const lambda of made.splice(0)) await lambda.kill();
});

describe("the runtime client", () => {
  test("is compiled where there is what it needs, and else it is said what to install", () => {
    expect(() => requireTools()).not.toThrow();
    const nothing = { PATH: join(import.meta.dirname, "fixtures") };
    expect(() => requireTools(nothing)).toThrow(
      /no c\+\+, cmake, make, python3, xz on PATH: apt-get install g\+\+ cmake make python3 xz-utils$/,
    );
  });
});

describe("a function in AWS's runtime client", () => {
  test("has the environment that Lambda gives it, and nothing of this machine's", async () => {
    const { payload } = (await probe().invoke({ do: "environment" })) as { payload: Record<string, string> };
    expect(payload).toMatchObject({
      GREETING: "hello",
      AWS_REGION: "eu-central-1",
      AWS_LAMBDA_FUNCTION_NAME: "probe",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "256",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      _HANDLER: "probe.handler",
      _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=.*;Sampled=0$/),
    });
    const documented =
      /^(AWS_|_?LAMBDA_|_HANDLER$|_X_AMZN_TRACE_ID$|LANG$|TZ$|PATH$|LD_LIBRARY_PATH$|NODE_PATH$)/;
    expect(Object.keys(payload).filter((name) => !documented.test(name))).toEqual(["GREETING"]);
    expect(payload.PATH).not.toContain(import.meta.dirname.split("/test/")[0]);
  });

  test("is told its deadline and its name", async () => {
    const { payload } = (await probe().invoke({ do: "context" })) as { payload: Record<string, unknown> };
    expect(payload).toMatchObject({
      functionName: "probe",
      invokedFunctionArn: "arn:aws:lambda:eu-central-1:111122223333:function:probe",
      memoryLimitInMB: "256",
    });
    expect(payload.left).toBeLessThanOrEqual(30_000);
    expect(payload.left).toBeGreaterThan(20_000);
  });

  test("runs on from one invocation to the next, and stands still between them", async () => {
    const lambda = probe();
    await lambda.invoke({ do: "count" });
    await setTimeout(1000);
    const { payload } = (await lambda.invoke({ do: "count" })) as {
      payload: { count: number; elapsed: number };
    };
    expect(payload.count).toBe(2);
    // Its interval would have come 50 times.
    expect(payload.elapsed).toBeLessThan(25);
  });

  test("fails with what it throws, and goes on", async () => {
    const lambda = probe();
    expect(await lambda.invoke({ do: "throw", what: "no" })).toMatchObject({
      error: { errorType: "TypeError", errorMessage: "no" },
    });
    expect(await lambda.invoke({ do: "count" })).toMatchObject({ payload: { count: 2 } });
  });

  test("is ended when its time is over, and begins anew", async () => {
    const lambda = probe({ timeout: 1 });
    expect(await lambda.invoke({ do: "sleep", milliseconds: 60_000 })).toMatchObject({
      error: {
        errorType: "Sandbox.Timedout",
        errorMessage: expect.stringMatching(/^\S+ Task timed out after 1\.00 seconds$/),
      },
    });
    expect(await lambda.invoke({ do: "count" })).toMatchObject({ payload: { count: 1 } });
    expect(lambda.milestones()).toHaveLength(2);
  });

  test("is missed when its process ends, of itself or killed, and begins anew", async () => {
    const lambda = probe();
    const exited = { errorType: "Runtime.ExitError", errorMessage: expect.stringContaining("exit status 3") };
    expect(await lambda.invoke({ do: "exit" })).toMatchObject({ error: exited });
    const asked = lambda.invoke({ do: "sleep", milliseconds: 60_000 });
    await expect.poll(() => lambda.milestones()[1]?.ready ?? null).not.toBeNull();
    await lambda.kill();
    const killed = {
      errorType: "Runtime.ExitError",
      errorMessage: expect.stringContaining("signal: killed"),
    };
    expect(await asked).toMatchObject({ error: killed });
    expect(await lambda.invoke({ do: "count" })).toMatchObject({ payload: { count: 1 } });
  });

  test("says why it cannot begin, each time", async () => {
    const lambda = probe({ handler: "broken.handler" });
    const error = { errorType: "RangeError", errorMessage: "nothing is as it should be" };
    expect(await lambda.invoke({})).toMatchObject({ error });
    expect(await lambda.invoke({})).toMatchObject({ error });
    const none = probe({ handler: "probe.nothing" });
    expect(await none.invoke({})).toMatchObject({
      error: { errorMessage: "probe.nothing is undefined or not exported" },
    });
  });

  test("has what it writes kept", async () => {
    const lambda = probe();
    expect(await lambda.invoke({ do: "log", what: { team: "vision" } })).toEqual({ payload: null });
    expect(lambda.logs()).toMatch(/INFO\tsaid \{ team: 'vision' \}\n/);
  });

  test("finds it later once time has passed, with as much left as ever", async () => {
    const lambda = probe();
    await lambda.pass(40 * 365 * 86_400_000);
    const { payload } = (await lambda.invoke({ do: "context" })) as { payload: Record<string, number> };
    const later = new Date().getUTCFullYear() + 39;
    expect(payload.year).toBeGreaterThanOrEqual(later);
    expect(Math.abs((payload.now ?? 0) - lambda.now())).toBeLessThan(60_000);
    expect(payload.left).toBeGreaterThan(20_000);
  });
});
