import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.lambda.ts"],
    benchmark: { include: ["*.bench.ts"] },
    globalSetup: ["setup.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each runs functions in processes of their own, as busy as it is.
    maxWorkers: 2,
  },
});
