/** The queues of asynchronous work; each message is the key of a fact, as S3 would tell of it. */
export interface WorkQueues {
  draft(key: string): Promise<void>;
  notify(key: string): Promise<void>;
  publish(key: string): Promise<void>;
}
