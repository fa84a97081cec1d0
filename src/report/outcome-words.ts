/** What people read of an outcome: in a rehearsal nobody was created. */
export function outcomeWords(outcome: string, rehearsed: boolean): string {
  return rehearsed && (outcome === 'created' || outcome === 'updated') ? `would be ${outcome}` : outcome;
}
