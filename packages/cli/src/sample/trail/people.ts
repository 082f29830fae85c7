import { ACCOUNTS, type Account } from "../company/accounts.ts";
import { createRandom } from "../random.ts";
import {
  federated,
  iamUser,
  type Manner,
  onBehalfOf,
  type Principal,
  serviceLinked,
  session,
} from "./principal.ts";

/** The programs with which calls are made. */
export const AGENTS = {
  console:
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  boto: "Boto3/1.40.31 md/Botocore#1.40.31 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.12.11 md/pyimpl#CPython",
  sagemaker: "AWS-SageMaker-Python-SDK/2.251.1 Python/3.12.11 Linux/6.8.0 Boto3/1.40.31 Botocore/1.40.31",
  terraform:
    "APN/1.0 HashiCorp/1.0 Terraform/1.13.1 (+https://www.terraform.io) terraform-provider-aws/6.13.0 aws-sdk-go-v2/1.38.3 ua/2.1 os/linux lang/go#1.24.6",
  karpenter: "aws-sdk-go-v2/1.38.3 ua/2.1 os/linux lang/go#1.24.6 md/GOOS#linux app/karpenter.sh-1.6.3",
} as const;

const PERMISSION_SETS = {
  engineer: "AWSReservedSSO_MlEngineer_5f2c9a1b7e3d4068",
  power: "AWSReservedSSO_PowerUser_0c7e1d2a9b8f4356",
  billing: "AWSReservedSSO_Billing_7d30b5f1c2e94a86",
  reader: "AWSReservedSSO_ReadOnly_91a4c6e0d8b25f37",
} as const;

const AUTO_SCALING = "AWSServiceRoleForAutoScaling";

/** Who made something, as the log of its creation shows them. */
export function principalOf(arn: string): Principal {
  const [, , , , account = "", resource = ""] = arn.split(":");
  const [, role = "", name = ""] = resource.split("/");
  if (role === AUTO_SCALING) return serviceLinked(account, role, name, "autoscaling.amazonaws.com");
  if (role === "karpenter-controller")
    return session(arn, { address: nat(account), agent: AGENTS.karpenter });
  if (role.endsWith("-pipeline")) {
    const agent = role.startsWith("platform") ? AGENTS.terraform : AGENTS.boto;
    return session(arn, { address: runner(arn), agent }, { context: federated(account) });
  }
  return engineer(arn, role, name);
}

/** Somebody with a permission set of IAM Identity Center. */
export function permitted({ id }: Account, set: keyof typeof PERMISSION_SETS, name: string): Principal {
  const arn = `arn:aws:sts::${id}:assumed-role/${PERMISSION_SETS[set]}/${name}@quillmart.example`;
  return session(arn, atDesk(name), { path: "aws-reserved/sso.amazonaws.com/" });
}

/** A role of one of the company's programs. */
export function program(
  account: Account,
  role: string,
  name: string,
  agent: string = AGENTS.boto,
): Principal {
  const arn = `arn:aws:sts::${account.id}:assumed-role/${role}/${name}`;
  return session(arn, { address: nat(account.id), agent });
}

/** The user that the data platform had before there were roles. */
export const LEGACY_USER = iamUser(ACCOUNTS.data, "svc-etl", { address: "203.0.113.77", agent: AGENTS.boto });

/** Somebody at a desk. */
export function atDesk(name: string): Manner {
  return { address: desk(name), agent: AGENTS.console };
}

// Two teams already use sessions that name the person behind them, each in its way.
function engineer(arn: string, role: string, as: string): Principal {
  const [name = ""] = as.split("@");
  const manner = { ...atDesk(name), agent: AGENTS.sagemaker };
  if (role.startsWith("document-")) return session(arn, manner, { beside: { onBehalfOf: onBehalfOf(name) } });
  if (role.startsWith("fraud-")) return session(arn, manner, { context: { sourceIdentity: name } });
  return session(arn, manner);
}

function nat(account: string): string {
  return `203.0.113.${createRandom(`nat ${account}`).integer(2, 60)}`;
}

function runner(name: string): string {
  return `192.0.2.${createRandom(`runner ${name}`).integer(2, 250)}`;
}

function desk(name: string): string {
  return `198.51.100.${createRandom(`desk ${name}`).integer(2, 250)}`;
}
