package vaiwg.bench.profile;

import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What threads of the JVM itself, which are not sampled, took while a recording ran: in the recording, beside the samples. */
@Name(OwnThreads.NAME)
@StackTrace(false)
final class OwnThreads extends Event {
    static final String NAME = "vaiwg.OwnThreads";

    /** What they do, as a stage is called. */
    String stage;

    long millis;
}
