import type { Actor } from "../../catalog/actor.ts";

/** Kinds of identity that belong to no team: AWS by itself, the root of an account, another account as a whole. */
const NOBODYS = new Set(["AWSService", "Root", "AWSAccount"]);
const SERVICE_LINKED = /^AWSServiceRoleFor|:role\/aws-service-role\//;

/**
 * Says whether somebody acted who may belong to a team: a user, or a role that people or their programs take on.
 * Roles that AWS takes on by itself are nobody's, and their sessions name what happened, not who.
 *
 * @example isSomebody({ type: "AssumedRole", roleName: "AWSServiceRoleForAutoScaling", … }) // false
 */
export function isSomebody({ type, roleName, roleArn }: Actor): boolean {
  return (
    !NOBODYS.has(type) && ![roleName, roleArn].some((role) => role !== null && SERVICE_LINKED.test(role))
  );
}
