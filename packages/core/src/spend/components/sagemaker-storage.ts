/**
 * Families whose instances come with disks of their own: SageMaker then provisions no storage for jobs, whatever the
 * request says; https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html.
 */
const WITH_DISKS = /^(c5d|g4dn|g5|g6|g6e|m5d|p3dn|p4d|p4de|p5|p5e|p5en|r5d|trn1|trn1n)$/;
const WITHOUT_DISKS = /^(c4|c5|c5n|c6i|c7i|m4|m5|m6i|m7i|p2|p3|r5|r7i|t2|t3)$/;

/**
 * Whether jobs on an instance type are charged for storage besides; undefined where that is not known.
 *
 * @example hasStorage("ml.m5.xlarge") // true
 */
export function hasStorage(instanceType: string): boolean | undefined {
  const family = instanceType.replace(/^ml\./, "").replace(/\..*$/, "");
  if (WITH_DISKS.test(family)) return false;
  return WITHOUT_DISKS.test(family) ? true : undefined;
}
