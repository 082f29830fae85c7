/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app: ({ stage }) => ({
    name: "tagledger",
    home: "aws",
    removal: stage === "production" ? "retain" : "remove",
    protect: stage === "production",
  }),
  async run() {
    const { probe } = await import("./stacks/probe.ts");
    probe();
  },
});
