/** What a server saw since the last reset; times in milliseconds of the epoch, 0 for never. */
export interface Traffic {
  firstBulkAt: number;
  lastAnswerAt: number;
  bulkRequests: number;
  bulkBytes: number;
}

export function noTraffic(): Traffic {
  return { firstBulkAt: 0, lastAnswerAt: 0, bulkRequests: 0, bulkBytes: 0 };
}

/** Notes a request with users that has arrived whole. */
export function noteRequest(traffic: Traffic, bytes: number, now: number): void {
  traffic.firstBulkAt ||= now;
  traffic.bulkRequests++;
  traffic.bulkBytes += bytes;
}

/** What the bench asks of a server process; the server answers each with its traffic. Only the answerer records. */
export type ServerOrder =
  | { readonly order: 'reset' | 'traffic' | 'stop-recording' }
  | { readonly order: 'record'; readonly file: string };
