import { expect, test } from "vitest";
import { priceClassOf } from "./price-class.ts";

test.each([
  ["BoxUsage:p5.48xlarge", "accelerated p5"],
  ["EUC1-BoxUsage:p5en.48xlarge", "accelerated p5en"],
  ["EUC1-BoxUsage:p6-b200.48xlarge", "accelerated p6-b200"],
  ["SpotUsage:g5.xlarge", "accelerated g5"],
  ["BoxUsage:gr6.4xlarge", "accelerated gr6"],
  ["UnusedBox:trn1.32xlarge", "accelerated trn1"],
  ["BoxUsage:inf2.xlarge", "accelerated inf2"],
  ["USE1-Train:ml.p4d.24xlarge", "accelerated p4d"],
  ["USE1-Host:ml.g4dn.xlarge", "accelerated g4dn"],
  ["BoxUsage:m6i.large", "general purpose"],
  ["BoxUsage:t3.micro", "general purpose"],
  ["BoxUsage:x1e.32xlarge", "general purpose"],
  ["BoxUsage:m7i.metal-24xl", "general purpose"],
  ["BoxUsage:u-6tb1.112xlarge", "general purpose"],
  ["BoxUsage:hpc7a.96xlarge", "general purpose"],
  ["USE1-Studio:ml.t3.medium", "general purpose"],
  ["InstanceUsage:db.r5.2xlarge", "general purpose"],
])("%s is %s", (usageType, priceClass) => {
  expect(priceClassOf(usageType)).toBe(priceClass);
});

test.each([
  "",
  "TimedStorage-ByteHrs",
  "EBS:VolumeUsage.gp3",
  "EUC1-DataTransfer-Out-Bytes",
  "DataProcessing-Bytes",
])("%j is no instance", (usageType) => {
  expect(priceClassOf(usageType)).toBeUndefined();
});
