import type { RequestContext } from '../context';
import type { LoadLog } from './LoadLog';

/** What a transport hands to `subscribe`. */
export interface LiveContext extends RequestContext {
  readonly loads: LoadLog;
  /** The cursor of the last event that the client has had, where its transport says so; it goes before `after`. */
  readonly resumeAfter: string | null;
}
