/** What the plugins share about one request. Yoga hands the same object to every hook as `serverContext`. */
export interface RequestState {
  /** Names the request in logs, in the `x-request-id` header, and in masked errors. */
  requestId: string;
  /** `performance.now()` at arrival. */
  startedAt: number;
  /** Name of the operation that ran, or that the client named. */
  operation?: string | undefined;
  /** What was served beside the graph, such as "rss" or "sitemap". */
  page?: string;
  /** Codes of the errors in the answer. */
  codes?: readonly string[];
}
