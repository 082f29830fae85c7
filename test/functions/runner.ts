/**
 * Runs a bundled function in a process of its own, as Lambda does: told by one message what to run, it answers with what
 * each invocation came to.
 */
import { makeContext } from "../../functions/testing/context.ts";

process.once("message", async (message) => {
  const { module, events } = message as { readonly module: string; readonly events: readonly unknown[] };
  const began = performance.now();
  const { handler } = await import(module);
  const results: unknown[] = [];
  const milliseconds = [performance.now() - began];
  for (const event of events) {
    const start = performance.now();
    results.push(await handler(event, makeContext()).catch((error: Error) => ({ error: error.message })));
    milliseconds.push(performance.now() - start);
  }
  process.send?.({ results, milliseconds }, () => process.disconnect());
});
