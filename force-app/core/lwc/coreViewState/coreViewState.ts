import { labels } from 'c/coreLabels';
import { errorMessage, isDenied } from 'c/coreFormat';

export type ViewState = 'loading' | 'ready' | 'empty' | 'error' | 'denied' | 'offline';

export interface View {
  /** What the last request failed with, if it failed. */
  readonly error?: unknown;
  /** Whether there is something to show. A failed refresh leaves what was shown where it is. */
  readonly loaded: boolean;
  /** How many things there are; leave out where nothing can be empty. */
  readonly count?: number;
}

/** Which state a component is in: the one place where that is decided. */
export function viewState({ error, loaded, count }: View): ViewState {
  if (error && !loaded) return failedState(error);
  if (!loaded) return 'loading';
  return count === 0 ? 'empty' : 'ready';
}

/** The sentence that goes with a state: what failed, or why there is nothing. */
export function viewMessage(view: View, empty = ''): string {
  return viewState(view) === 'error' ? errorMessage(view.error, labels.stateUnknownError) : empty;
}

function failedState(error: unknown): ViewState {
  if (isDenied(error, labels.errorNoPermission)) return 'denied';
  return window.navigator.onLine ? 'error' : 'offline';
}
