/** Takes away what this browser kept of somebody: their receipts, and what opens their votes. */
export function forgetPerson(memberId: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.endsWith(`:${memberId}`)) localStorage.removeItem(key);
    }
  } catch {}
}
