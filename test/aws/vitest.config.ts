import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.aws.ts"],
    globalSetup: ["local/setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // What they test is one more process, and as busy as they are.
    maxWorkers: 2,
  },
});
