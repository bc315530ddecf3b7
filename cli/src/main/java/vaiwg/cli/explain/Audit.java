package vaiwg.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vaiwg.board.access.AccessLog;
import vaiwg.board.access.AccessLog.Entry;
import vaiwg.board.web.DatabaseAccessLog;
import vaiwg.cli.options.ReaderConnections;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.jobs.kafka.KafkaErrors;
import vaiwg.jobs.kafka.Patience;
import vaiwg.jobs.kafka.Topics;
import vaiwg.jobs.options.KafkaConnection;
import vaiwg.jobs.store.Database;

/**
 * Who asks for single cases, for which, and for what purpose or why not: in the access log of the database and on a topic of its own that is
 * kept for ever, before anything is shown or refused (Data Protection Act 2018, section 62).
 */
public final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final String COMMAND = "command";
    private static final String FOR_EVER = "-1";
    /** PostgreSQL's code of a role that a login may not take, or of a function that it may not call. */
    private static final String NOT_ALLOWED = "42501";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final ReaderConnections readers;
    private final KafkaConnection kafka;
    private final Clock clock;
    private final String address;

    /**
     * Of the command.
     *
     * @param readers with whose rights the row is written
     */
    public Audit(Database database, ReaderConnections readers, KafkaConnection kafka, Clock clock) {
        this(database, readers, kafka, clock, COMMAND);
    }

    /** @param address from where it is asked */
    Audit(Database database, ReaderConnections readers, KafkaConnection kafka, Clock clock, String address) {
        this.database = database;
        this.readers = readers;
        this.kafka = kafka;
        this.clock = clock;
        this.address = address;
    }

    /** That cases are about to be shown. */
    public void shown(String login, String what, String purpose) {
        write(login, AccessLog.Kind.EXPLANATION, what, purpose);
    }

    /** That somebody asked who may not see them. */
    public void refused(String login, String what, String reason) {
        write(login, AccessLog.Kind.REFUSAL, what, reason);
    }

    /**
     * That somebody asked with a password that is not the login's.
     *
     * @param login of an account, or {@link Entry#NOBODY}
     * @throws CommandFailure where it cannot be put on record
     */
    public void notLoggedIn(String login, String what) {
        write(login, AccessLog.Kind.LOGIN_FAILED, what, "wrong password");
    }

    private void write(String login, AccessLog.Kind kind, String what, String reason) {
        Entry entry = new Entry(login, address, kind, what, Optional.empty(), Optional.of(reason));
        try (DatabaseAccessLog log = readers.log(database)) {
            log.write(entry);
        } catch (SQLException e) {
            if (NOT_ALLOWED.equals(e.getSQLState())) {
                writeOfRole(login, what);
            }
            throw CommandFailure.unreachable(
                    "Nothing is shown, since the access log cannot be written: migrate the tables, and give the database's login to the group "
                            + readers.group() + ".",
                    e);
        }
        publish(entry);
    }

    /** A login of the database that may not see single cases may write into the log as another reader, or not at all. */
    private void writeOfRole(String login, String what) {
        Entry entry = new Entry(
                login,
                address,
                AccessLog.Kind.REFUSAL,
                what,
                Optional.empty(),
                Optional.of("the database's login is not of the group " + readers.group()));
        try (DatabaseAccessLog log = ReaderConnections.READERS.log(database)) {
            log.write(entry);
        } catch (SQLException e) {
            LOG.warn(
                    "A refusal is on the topic {} alone: the database's login may not add to the access log.", topic());
        }
        publish(entry);
    }

    private void publish(Entry entry) {
        try {
            requireTopic();
            send(json(entry));
        } catch (ExecutionException | KafkaException e) {
            throw CommandFailure.unreachable(
                    "Nothing is shown, since it cannot be written to the topic " + topic() + ". "
                            + KafkaErrors.sentence(kafka, e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.unreachable("Interrupted before anything was shown; run the command again.", e);
        }
    }

    private String topic() {
        return Topics.audit(kafka.topicPrefix());
    }

    /** A broker that makes topics when they are written to would keep it for a week. */
    private void requireTopic() throws ExecutionException, InterruptedException {
        try (Patience waiting = Patience.asking(kafka);
                Admin admin = Admin.create(kafka.admin(Patience.LONGEST))) {
            if (!admin.listTopics().names().get().contains(topic())) {
                admin.createTopics(List.of(new NewTopic(topic(), Optional.of(1), Optional.empty())
                                .configs(Map.of(
                                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                        TopicConfig.CLEANUP_POLICY_DELETE,
                                        TopicConfig.RETENTION_MS_CONFIG,
                                        FOR_EVER,
                                        TopicConfig.RETENTION_BYTES_CONFIG,
                                        FOR_EVER))))
                        .all()
                        .get();
            }
        }
    }

    private byte[] json(Entry entry) {
        Map<String, String> record = new LinkedHashMap<>();
        record.put("at", clock.instant().toString());
        record.put("login", entry.login());
        record.put("databaseLogin", database.user());
        record.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        record.put("what", entry.what());
        record.put("reason", entry.reason().orElse(""));
        try {
            return JSON.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is put on record cannot be written as JSON", e);
        }
    }

    private void send(byte[] value) throws ExecutionException, InterruptedException {
        try (Patience waiting = Patience.asking(kafka);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        kafka.producer(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic(), value)).get();
        }
    }
}
