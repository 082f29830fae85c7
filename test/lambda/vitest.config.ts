import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.lambda.ts"],
    benchmark: { include: ["*.bench.ts"] },
    globalSetup: ["setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Each runs functions in processes of their own, as busy as it is.
    maxWorkers: 2,
  },
});
