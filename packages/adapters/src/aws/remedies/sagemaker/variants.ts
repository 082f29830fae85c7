import type { DescribeEndpointOutput, ProductionVariantSummary } from "@aws-sdk/client-sagemaker";

/** How many instances each variant has that has any to count, by its name. */
export type Variants = Readonly<Record<string, number>>;

/**
 * The variants of an endpoint, with the instances that they are about to have while it is being updated; serverless
 * ones have none.
 */
export function variantsOf({ EndpointStatus, ProductionVariants = [] }: DescribeEndpointOutput): Variants {
  const isSettled = EndpointStatus === "InService";
  return Object.fromEntries(
    ProductionVariants.flatMap(({ VariantName, CurrentInstanceCount, DesiredInstanceCount }) => {
      const count = isSettled
        ? (CurrentInstanceCount ?? DesiredInstanceCount)
        : (DesiredInstanceCount ?? CurrentInstanceCount);
      return VariantName === undefined || count === undefined ? [] : [[VariantName, count]];
    }),
  );
}

/** Whether a variant is configured to go down to no instances, as only one that hosts inference components can. */
export function allowsNone({ ManagedInstanceScaling }: ProductionVariantSummary): boolean {
  return ManagedInstanceScaling?.Status === "ENABLED" && ManagedInstanceScaling.MinInstanceCount === 0;
}
