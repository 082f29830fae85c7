import { defineConfig } from "vitest/config";

const fixtures = ["**/node_modules/**", "test/fixtures/**"];

export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "functions/**/*.test.ts", "test/**/*.test.ts"],
    exclude: fixtures,
    // Tests prove facts, not speed: a busy machine must not fail them.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    benchmark: {
      include: ["packages/**/*.bench.ts", "test/**/*.bench.ts"],
      // What runs in Lambda has its own configuration.
      exclude: [...fixtures, "test/lambda/**"],
    },
  },
});
