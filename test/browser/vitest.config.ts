import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.browser.ts"],
    // Once, before several workers want it.
    globalSetup: "chromium.setup.ts",
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A browser is a good part of a machine.
    maxWorkers: 2,
  },
});
