package vaiwg.cli.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;

/** Whether the login may do with the topics what {@code docs/go-live.md} lists of the job and its heartbeat. */
public final class KafkaRightsCheck implements Check {
    private final Supplier<KafkaConnection> kafka;

    public KafkaRightsCheck(Supplier<KafkaConnection> kafka) {
        this.kafka = kafka;
    }

    @Override
    public String name() {
        return "rights in kafka";
    }

    @Override
    public Set<String> needs() {
        return Set.of(TopicsCheck.NAME);
    }

    @Override
    public void look(Findings found) throws InterruptedException {
        String prefix = kafka.get().topicPrefix();
        List<String> streams = Topics.streams(prefix);
        String letters = Topics.deadLetter(prefix);
        Map<String, TopicDescription> topics =
                described(kafka.get(), Topics.all(prefix).keySet());
        require(topics, streams, AclOperation.READ, "read", found);
        require(topics, List.of(letters), AclOperation.WRITE, "write", found);
        List<String> silent = lacking(topics, streams, AclOperation.WRITE);
        if (found.areWell()) {
            found.ok("The login may read the topics of events and write dead letters"
                    + (silent.isEmpty()
                            ? ", and progress records."
                            : ". It may not write progress records: producers must, or vaiwg heartbeat with a login of"
                                    + " its own."));
        }
    }

    private static void require(
            Map<String, TopicDescription> topics,
            List<String> names,
            AclOperation needed,
            String verb,
            Findings found) {
        List<String> lacking = lacking(topics, names, needed);
        if (!lacking.isEmpty()) {
            found.todo("The login may not " + verb + " " + String.join(", ", lacking)
                    + ": give it the rights that docs/go-live.md lists.");
        }
    }

    /** Where a broker does not say what a login may do, nothing is lacking. */
    private static List<String> lacking(Map<String, TopicDescription> topics, List<String> names, AclOperation needed) {
        List<String> lacking = new ArrayList<>();
        for (String name : names) {
            Set<AclOperation> allowed = topics.get(name).authorizedOperations();
            if (allowed != null && !allowed.isEmpty() && !allowed.contains(needed)) {
                lacking.add(name);
            }
        }
        return lacking;
    }

    private static Map<String, TopicDescription> described(KafkaConnection kafka, Collection<String> names)
            throws InterruptedException {
        try (Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            return admin.describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .allTopicNames()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(KafkaErrors.sentence(kafka, e), e);
        }
    }
}
