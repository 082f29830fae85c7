import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.browser.ts"],
    // Once, before several workers want it.
    globalSetup: "chromium.setup.ts",
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // A browser is a good part of a machine.
    maxWorkers: 2,
  },
});
