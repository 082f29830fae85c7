export function probe() {
  const queue = new sst.aws.Queue("Events", {});
  const fn = new sst.aws.Function("Sweep", {
    handler: "functions/sweep.handler",
    nodejs: { minify: true, splitting: true },
  });
  new sst.aws.CronV2("SweepSchedule", { schedule: "rate(6 hours)", function: fn, dlq: queue.arn });
}
