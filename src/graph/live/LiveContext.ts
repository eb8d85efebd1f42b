import type { RequestContext } from '../context';
import type { LoadLog } from './LoadLog';
import type { SignalLog } from './SignalLog';

/** What a transport hands to `subscribe`. */
export interface LiveContext extends RequestContext {
  readonly loads: LoadLog;
  readonly signals: SignalLog;
  /** The cursor of the last event that the client has had, where its transport says so; it goes before `after`. */
  readonly resumeAfter: string | null;
}
