/** The sign of Tagledger: the lines of a ledger, and their sum. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <rect class="mark-a" x="2" y="3" width="13" height="4" rx="1" />
      <rect class="mark-b" x="16.5" y="3" width="5.5" height="4" rx="1" />
      <rect class="mark-a" x="2" y="9.5" width="7" height="4" rx="1" />
      <rect class="mark-b" x="10.5" y="9.5" width="3.5" height="4" rx="1" />
      <rect class="mark-sum" x="2" y="17.5" width="20" height="3.5" rx="1" />
    </svg>
  );
}
