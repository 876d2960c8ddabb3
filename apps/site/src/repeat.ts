import type { Deps } from './deps.ts';

/**
 * Does a step now and again every so many milliseconds, never two of it at once. What fails is logged and tried again at
 * the next turn.
 * @param failed what the log says of a step that failed
 * @returns stops it
 */
export function repeat(
  deps: Deps,
  everyMs: number,
  step: (deps: Deps) => Promise<unknown>,
  failed: string,
): () => void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      await step(deps);
    } catch (error) {
      deps.log.error({ err: error }, failed);
    } finally {
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
