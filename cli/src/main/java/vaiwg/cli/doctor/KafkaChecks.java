package vaiwg.cli.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import vaiwg.jobs.kafka.Brokers;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.TopicReport;
import vaiwg.jobs.kafka.TopicSetting;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.options.KafkaConnection;

/**
 * Whether a broker answers to the login, has the topics, lets the login do what {@code docs/go-live.md} lists, and holds what can be read.
 *
 * @param registry where producers keep their schemas, if they do
 */
public record KafkaChecks(Supplier<KafkaConnection> kafka, Supplier<Optional<HttpEndpoint>> registry) {
    static final String TOPICS = "topics";
    private static final String KAFKA = "kafka";

    /** Each behind those that it needs. */
    public List<Check> all() {
        return List.of(
                new Check(KAFKA, this::broker),
                new Check(TOPICS, this::topics, KAFKA),
                new Check("rights in kafka", this::rights, TOPICS),
                new Check("schemas", new SchemaCheck(kafka, registry)::look, TOPICS));
    }

    private void broker(Findings found) {
        Brokers.requireAnswer(kafka.get());
        found.ok("Kafka at " + kafka.get().bootstrapServers() + " answers.");
    }

    /** As {@code vaiwg topics --check} sees them. */
    private void topics(Findings found) throws InterruptedException {
        TopicReport report = TopicReport.of(kafka.get());
        report.findings().stream().map(TopicSetting.Finding::sentence).forEach(found::todo);
        report.withoutBeginning().forEach(found::todo);
        if (found.areWell()) {
            found.ok("All " + report.topics().size() + " topics of "
                    + kafka.get().topicPrefix() + " are as they must be, those of events with " + report.partitions()
                    + " partitions.");
        }
    }

    private void rights(Findings found) throws InterruptedException {
        String prefix = kafka.get().topicPrefix();
        List<String> streams = Topics.streams(prefix);
        Map<String, TopicDescription> topics =
                described(kafka.get(), Topics.all(prefix).keySet());
        require(lacking(topics, streams, AclOperation.READ), "read", found);
        require(lacking(topics, List.of(Topics.deadLetter(prefix)), AclOperation.WRITE), "write", found);
        List<String> silent = lacking(topics, streams, AclOperation.WRITE);
        if (found.areWell()) {
            found.ok("The login may read the topics of events and write dead letters"
                    + (silent.isEmpty()
                            ? ", and progress records."
                            : ". It may not write progress records: producers must, or vaiwg heartbeat with a login of"
                                    + " its own."));
        }
    }

    private static void require(List<String> lacking, String verb, Findings found) {
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
