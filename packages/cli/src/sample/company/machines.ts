import { type Decimal, decimal } from "../decimal.ts";

/** What one machine has, and what an hour of it costs on demand and under a Savings Plan, in dollars. */
export interface Machine {
  readonly cores: number;
  readonly gib: number;
  readonly gpus: number;
  readonly onDemand: Decimal;
  readonly planned: Decimal;
}

const machine = (
  cores: number,
  gib: number,
  gpus: number,
  onDemand: string,
  planned = onDemand,
): Machine => ({
  cores,
  gib,
  gpus,
  onDemand: decimal(onDemand),
  planned: decimal(planned),
});

/** The machines that the company rents; those of SageMaker begin with `ml.`. */
export const MACHINES = {
  "p5.48xlarge": machine(192, 2048, 8, "55.04", "38.528"),
  "g5.2xlarge": machine(8, 32, 1, "1.212", "0.8484"),
  "m6i.2xlarge": machine(8, 32, 0, "0.384"),
  "m6i.8xlarge": machine(32, 128, 0, "1.536", "1.04448"),
  "r6i.4xlarge": machine(16, 128, 0, "1.008"),
  "ml.p5.48xlarge": machine(192, 2048, 8, "63.296"),
  "ml.p4d.24xlarge": machine(96, 1152, 8, "25.25152"),
  "ml.g5.2xlarge": machine(8, 32, 1, "1.515"),
  "ml.g5.12xlarge": machine(48, 192, 4, "7.09", "4.5376"),
  "ml.g5.48xlarge": machine(192, 768, 8, "20.36"),
  "ml.g4dn.xlarge": machine(4, 16, 1, "0.736"),
  "ml.inf2.8xlarge": machine(32, 128, 0, "2.36167"),
  "ml.c6i.2xlarge": machine(8, 16, 0, "0.408"),
  "ml.m5.2xlarge": machine(8, 32, 0, "0.461"),
  "ml.m5.4xlarge": machine(16, 64, 0, "0.922"),
  "ml.m5.12xlarge": machine(48, 192, 0, "2.765"),
  "ml.t3.medium": machine(2, 4, 0, "0.05"),
} satisfies Record<string, Machine>;

/** The name of a machine that the company rents. */
export type MachineName = keyof typeof MACHINES;
