import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.usage.ts"],
    // Once, before several workers want it.
    globalSetup: "local/setup.ts",
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What they test is one more process, and as busy as they are.
    maxWorkers: 2,
  },
});
