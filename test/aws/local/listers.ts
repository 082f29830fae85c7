import { loadListers } from "@tagledger/adapters/aws/inventory/listers";

/**
 * What moto 5.2.5 does not know, or not by HTTP/2 as Kinesis is asked; Resource Explorer is another. Nothing here proves
 * any of these.
 */
const NOT_IN_MOTO = [
  "ec2:DescribeCapacityReservations",
  "kinesis:ListStreams",
  "sagemaker:ListInferenceComponents",
  "sagemaker:ListMlflowTrackingServers",
];

/** Who lists what moto can tell. */
export async function listersOfMoto() {
  const all = await loadListers();
  return all.filter(({ calls }) => !calls.some((call) => NOT_IN_MOTO.includes(call)));
}
