import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.stacks.ts"],
    globalSetup: ["setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A graph takes seconds to evaluate: the files share those that they ask for alike.
    isolate: false,
    maxWorkers: 1,
  },
});
