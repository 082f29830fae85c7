import { expect, test } from "vitest";
import { patiently } from "./patiently.ts";

/** Answers with these statuses, one after the other. */
function answering(statuses: readonly number[], after = "1") {
  const waits: number[] = [];
  let asked = 0;
  const ask = async () =>
    new Response(null, { status: statuses[asked++] ?? 200, headers: { "retry-after": after } });
  const wait = async (seconds: number) => void waits.push(seconds);
  return { waits, status: patiently(ask, wait).then(({ status }) => status) };
}

test("who asked too much at once asks again when it is time", async () => {
  const { status, waits } = answering([429, 429, 200], "2");
  expect([await status, waits]).toEqual([200, [2, 2]]);
});

test("not for ever, nor where that takes long or nobody says how long", async () => {
  expect(await answering([429, 429, 429, 200]).status).toBe(429);
  for (const after of ["60", "soon", ""]) expect(await answering([429, 200], after).status).toBe(429);
});

test("any other answer is taken as it is", async () => {
  for (const status of [200, 404, 503]) expect(await answering([status, 200]).status).toBe(status);
});
