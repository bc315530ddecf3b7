package vaiwg.cli.feed.erase;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.TopicKind;
import vaiwg.jobs.kafka.TopicMaker;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;

/**
 * The log without a data subject. Kafka deletes from the beginning of a partition alone, so what is to go is left out of topics that are
 * written anew, and the old ones are deleted when the job runs on these. For one thread.
 */
public final class LogWithout implements AutoCloseable {
    private final KafkaConnection kafka;
    private final TopicReport topics;
    private final WholeLog log;
    private final SubjectRecords subject;
    private final Map<TopicPartition, Long> ends;

    /** @throws CommandFailure where Kafka does not answer, or a topic is missing */
    public LogWithout(KafkaConnection kafka, SubjectReferences references) throws InterruptedException {
        this.kafka = kafka;
        this.topics = report(kafka);
        if (topics.topics().stream().anyMatch(TopicReport.State::isMissing)) {
            throw CommandFailure.wrongUsage(Topics.missing(topics.topics().stream()
                    .filter(TopicReport.State::isMissing)
                    .map(TopicReport.State::name)
                    .toList()));
        }
        this.log = new WholeLog(kafka, topics);
        this.subject = new SubjectRecords(references, kafka.topicPrefix());
        this.ends = log.ends();
    }

    private static TopicReport report(KafkaConnection kafka) throws InterruptedException {
        try {
            return TopicReport.of(kafka);
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
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

    /**
     * Writes all other records into new topics, and reads these to see that they are there and the subject is not.
     *
     * @throws CommandFailure where one of the new topics is there, Kafka does not take a record, or somebody wrote meanwhile
     */
    public void copyInto(String prefix, Optional<Short> replicas) throws InterruptedException {
        KafkaConnection target = new KafkaConnection(kafka.bootstrapServers(), prefix, kafka.properties());
        if (!report(target).topics().stream().allMatch(TopicReport.State::isMissing)) {
            throw CommandFailure.wrongUsage("There are topics " + prefix
                    + "* already: name another prefix with --into, or delete them if an earlier run made them.");
        }
        TopicReport made = made(target, replicas);
        long[] kept = {0};
        try (TopicCopy copy = new TopicCopy(kafka.topicPrefix(), target)) {
            log.read("copying", record -> {
                if (!subject.test(record)) {
                    copy.add(record);
                    kept[0]++;
                }
            });
            copy.finish();
        }
        if (!log.ends().equals(ends)) {
            throw CommandFailure.wrongUsage("Somebody wrote to the topics " + kafka.topicPrefix()
                    + "* meanwhile: stop producers, heartbeat and job, delete the topics " + prefix
                    + "*, and run the command again.");
        }
        check(target, made, kept[0]);
    }

    private TopicReport made(KafkaConnection target, Optional<Short> replicas) throws InterruptedException {
        try {
            return new TopicMaker(target, replicas, TopicKind.DEAD_LETTER_RETENTION)
                    .keepingTimes()
                    .make(topics.partitions());
        } catch (IllegalStateException e) {
            throw CommandFailure.unreachable(e.getMessage(), e);
        }
    }

    private void check(KafkaConnection target, TopicReport made, long kept) {
        SubjectRecords subjectThere = subject.in(target.topicPrefix());
        long[] ofSubject = {0};
        try (WholeLog written = new WholeLog(target, made)) {
            long there = written.read("checking", record -> ofSubject[0] += subjectThere.test(record) ? 1 : 0);
            if (there != kept || ofSubject[0] > 0) {
                throw CommandFailure.wrongUsage("The topics " + target.topicPrefix() + "* hold " + there
                        + " records, " + ofSubject[0] + " of them the subject's, instead of " + kept
                        + ": delete them, and run the command again.");
            }
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
