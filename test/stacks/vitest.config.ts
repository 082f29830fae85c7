import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.stacks.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What they test is one more process, and as busy as they are.
    maxWorkers: 2,
  },
});
