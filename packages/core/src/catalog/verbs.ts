/** Names that only read. */
const READS =
  /^(?:Get|List|Describe|Head|BatchGet|BatchDescribe|BatchCheck|Search|Query|Scan|Select|Lookup|LookUp|Check|Validate|Test|Preview|Estimate|Simulate|Discover|Filter|View|Download|Count|Verify|Detect|Poll|Receive|Retrieve|Read|Is|Has|Compare|Explain|Export|Predict|Analyze|Calculate)(?=[A-Z]|$)/;

/** Names that end something, or let go of it. */
const ENDS =
  /^(?:Batch)?(?:Delete|Terminate|Stop|Cancel|Deregister|Remove|Release|Purge|Abort|Destroy|Disable|Detach|Disassociate|Revoke|Unsubscribe|Unassign|Reject|Retire|Expire|Deprovision|Deactivate|Suspend|Kill|Discard|Leave|Decline|Reset|Dismiss|Archive|Unlink|Unregister|Disconnect|Drop|Pause|Close|ScheduleKeyDeletion|Unmonitor|Deprecate)(?=[A-Z\d]|$)/;

/** Names that change or use what exists. */
const CHANGES =
  /^(?:Batch)?(?:Update|Modify|Attach|Associate|Set|Authorize|Reboot|Restart|Enable|Change|Rotate|Replace|Assign|Accept|Resume|Resize|Rename|Move|Promote|Failover|Apply|Activate|Confirm|Send|Publish|Invoke|Add(?!Tags)|Reorder|Upgrade|Downgrade|Increase|Decrease|Swap|Switchover|Monitor|Acknowledge|Configure|Notify|Report|Refresh|Retry|Redrive|Resend|Extend|Connect|Encrypt|Decrypt|ReEncrypt|Generate|Sign|Share|Subscribe(?!.)|Grant)(?=[A-Z\d]|$)/;

/** Names that put an attribute of something rather than something. */
const ATTRIBUTES =
  /^Put\w*(?:Polic(?:y|ies)|Configurations?|Settings?|Attributes?|Permissions?|Boundary|Acl)$/;

/** Whether a call only reads, as far as its name tells. */
export function reads(eventName: string): boolean {
  return READS.test(eventName);
}

/**
 * Whether a call ends, changes or uses what exists, as far as its name tells.
 *
 * @example changes("TerminateInstances") // true
 */
export function changes(eventName: string): boolean {
  return ENDS.test(eventName) || CHANGES.test(eventName) || ATTRIBUTES.test(eventName);
}
