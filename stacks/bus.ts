import type { Told } from "./told.ts";

/** The bus on which others hear what we did. */
export function bus({ names }: Told): sst.aws.Bus {
  return new sst.aws.Bus("Bus", { transform: { bus: { name: names.ours } } });
}
