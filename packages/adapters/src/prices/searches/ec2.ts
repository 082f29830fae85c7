import { GB_MONTHS, HOURS, type Searcher, type Searchers } from "./search.ts";

const SERVICE = "AmazonEC2";

/** A shared instance as it runs on demand, without software; with any of these left out, other prices match too. */
const ON_DEMAND = {
  tenancy: "Shared",
  capacitystatus: "Used",
  marketoption: "OnDemand",
  preInstalledSw: "NA",
  licenseModel: "No License required",
};

const IOPS: Readonly<Record<string, string>> = {
  gp3: "EBS:VolumeP-IOPS.gp3",
  io1: "EBS:VolumeP-IOPS.piops",
  io2: "EBS:VolumeP-IOPS.io2",
  "io2.tier2": "EBS:VolumeP-IOPS.io2.tier2",
  "io2.tier3": "EBS:VolumeP-IOPS.io2.tier3",
};

/** EC2 and what is listed with it. */
export const ec2Searches: Searchers<
  "ec2-linux" | "ec2-windows" | "ebs-storage" | "ebs-iops" | "ebs-throughput" | "nat-gateway"
> = {
  "ec2-linux": instances("Linux"),
  "ec2-windows": instances("Windows"),
  "ebs-storage": (volumeApiName, here) => ({
    service: SERVICE,
    filters: { ...here, productFamily: "Storage", volumeApiName },
    units: GB_MONTHS,
  }),
  "ebs-iops": (name, here) => {
    const usage = IOPS[name];
    if (usage === undefined) return null;
    const volumeApiName = name.replace(/\..*$/, "");
    const filters = { ...here, productFamily: "System Operation", volumeApiName };
    return { service: SERVICE, filters, usage, units: ["IOPS-Mo"] };
  },
  "ebs-throughput": (volumeApiName, here) => ({
    service: SERVICE,
    filters: { ...here, productFamily: "Provisioned Throughput", volumeApiName },
    usage: `EBS:VolumeP-Throughput.${volumeApiName}`,
    units: ["GiBps-mo"],
    per: 1024n,
  }),
  "nat-gateway": (_, here) => ({
    service: SERVICE,
    filters: { ...here, productFamily: "NAT Gateway" },
    usage: "NatGateway-Hours",
    units: HOURS,
  }),
};

function instances(operatingSystem: string): Searcher {
  return (instanceType, here) => ({
    service: SERVICE,
    filters: { ...here, ...ON_DEMAND, instanceType, operatingSystem },
    usage: `BoxUsage:${instanceType}`,
    units: HOURS,
  });
}
