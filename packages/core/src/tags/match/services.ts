import { SERVICE_ALIASES } from "../../config/reading/service.ts";
import { anyGlob } from "../../text/glob.ts";
import { remember } from "../../text/remember.ts";

/** Services whose name in ARNs is not the short name that rules use. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  aoss: "opensearch",
  elasticfilesystem: "efs",
  elasticmapreduce: "emr",
  "emr-serverless": "emr",
  es: "opensearch",
  firehose: "kinesis",
  logs: "cloudwatch",
  monitoring: "cloudwatch",
  "redshift-serverless": "redshift",
};
const SERVICES = 512;

/**
 * Compiles patterns of services for resources, whose service is the name that ARNs have for it: patterns may also
 * be short names, or the codes and names that bills have; case does not count.
 *
 * @example serviceOfResource("AmazonSageMaker")("sagemaker") // true
 */
export function serviceOfResource(patterns: string | readonly string[]): (service: string) => boolean {
  const matches = anyGlob(patterns, { ignoreCase: true });
  return remember((service) => namesOf(service).some(matches), SERVICES);
}

function namesOf(service: string): readonly string[] {
  const name = Object.hasOwn(SHORT_NAMES, service) ? (SHORT_NAMES[service] ?? service) : service;
  const billed = Object.hasOwn(SERVICE_ALIASES, name) ? (SERVICE_ALIASES[name] ?? []) : [];
  return [service, name, ...billed.map((each) => each.replaceAll("*", ""))];
}
