import { defineConfig } from "vitest/config";

const fixtures = ["**/node_modules/**", "test/fixtures/**"];

export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "test/**/*.test.ts"],
    exclude: fixtures,
    benchmark: { include: ["packages/**/*.bench.ts", "test/**/*.bench.ts"], exclude: fixtures },
  },
});
