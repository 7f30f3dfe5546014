/** Library types of the platform's services; importing this registers them. */
import './access-level.ts';
import './approval.ts';
import './async.ts';
import './cache.ts';
import './database.ts';
import './dml-options.ts';
import './event-bus.ts';
import './http.ts';
import './install.ts';
import './limits.ts';
import './messaging.ts';
import './platform-exceptions.ts';
import './rest.ts';
import './results.ts';
import './security.ts';
import './test.ts';
