package vaiwg.cli.feed.erase;

import java.util.Optional;

/** The log without a data subject. For one thread. */
public final class LogWithout {
    private final SourceLog log;
    private final SubjectRecords subject;

    public LogWithout(SourceLog log, SubjectReferences references) {
        this.log = log;
        this.subject = new SubjectRecords(references, log.prefix());
    }

    /** The subject's records. Twice read: only at the end is it known whose the first ones are. */
    public FoundRecords find() {
        log.read("looking", subject::learn);
        FoundRecords found = new FoundRecords();
        log.read("finding", record -> {
            if (subject.test(record)) {
                found.add(record);
            }
        });
        return found;
    }

    /** Writes all other records into new topics, and reads these to see that they are there and the subject is not. */
    public void copyInto(String prefix, Optional<Short> replicas) throws InterruptedException {
        log.writeInto(
                prefix,
                replicas,
                record -> subject.test(record) ? Optional.empty() : SourceLog.Content.of(record),
                subject.in(prefix).negate());
    }
}
