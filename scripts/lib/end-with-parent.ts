/**
 * Loaded into a child process before its own program: asks it to end when its parent is gone, however the parent ended. The
 * parent holds the other end of standard input, which the kernel closes even after SIGKILL.
 */
import { isMainThread } from 'node:worker_threads';

// Threads of the program load this too, with a standard input of their own that ends at once.
if (isMainThread) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume();
  process.stdin.unref?.();
}
