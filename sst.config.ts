/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app({ stage }) {
    // What is tried out may go again: dev, test, dev-somebody, pr-123. Every other stage is kept.
    const isKept = !/^(dev|test)$|^(dev|test|pr)-/.test(stage);
    const own = (process.env.TAGLEDGER_TAGS ?? "").split(",").filter(Boolean);
    const tags = Object.fromEntries(own.map((tag) => tag.split("=").map((part) => part.trim())));
    return {
      name: "tagledger",
      home: "aws",
      removal: isKept ? "retain" : "remove",
      protect: isKept,
      providers: { aws: { defaultTags: { tags } } },
    };
  },
  async run() {
    const { readTold } = await import("./stacks/read-told.ts");
    const { ledger } = await import("./stacks/ledger.ts");
    const { config } = await import("./stacks/config.ts");
    const { bus } = await import("./stacks/bus.ts");
    const { enforcement } = await import("./stacks/enforcement.ts");
    const { bills } = await import("./stacks/bills.ts");
    const { allocation } = await import("./stacks/allocation.ts");
    const { api } = await import("./stacks/api.ts");
    const { site } = await import("./stacks/site.ts");
    const { mail } = await import("./stacks/mail.ts");
    const { schedules } = await import("./stacks/schedules.ts");
    const { alarms } = await import("./stacks/alarms.ts");

    const told = await readTold();
    const stores = { table: ledger(told), config: config(told), bus: bus(told) };
    const events = enforcement(told, stores);
    const delivered = bills(told, stores);
    const divided = allocation(told, stores, delivered);
    const answers = api(told, stores);
    const page = site(told, answers);
    const mailed = mail(told, stores, page);
    const runs = schedules(told, stores);
    alarms(told, { events, bills: delivered, allocations: divided, mails: mailed, answers, runs });
    return {
      api: answers.gateway.apiEndpoint,
      ...(page !== null && { page: page.url }),
      ...(mailed.dkim !== null && { mailDkim: mailed.dkim }),
    };
  },
});
