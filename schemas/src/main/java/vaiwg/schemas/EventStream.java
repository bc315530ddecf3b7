package vaiwg.schemas;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apiguardian.api.API;

/** The streams of events, in the order in which a case's history is read: the crime, its outcome, the rest. One is added at the end: state holds places in it. */
@API(status = API.Status.MAINTAINED)
public enum EventStream {
    CRIME_RECORDING("crime-recording", "crimeReference", CrimeRecording.SCHEMA$),
    OUTCOME("outcome", "crimeReference", Outcome.SCHEMA$),
    STALKING("stalking", "perpetratorId", Stalking.SCHEMA$),
    VICTIM_CONTACT("victim-contact", "crimeReference", "contactId", VictimContact.SCHEMA$),
    CPS_REFERRAL("cps-referral", "crimeReference", "submissionId", CpsReferral.SCHEMA$),
    DEVICE_EXAMINATION("device-examination", "crimeReference", "itemId", DeviceExamination.SCHEMA$),
    PROTECTIVE_ORDER("protective-order", "orderId", ProtectiveOrder.SCHEMA$),
    SAFEGUARDING("safeguarding", "caseId", Safeguarding.SCHEMA$),
    CONDUCT("conduct", "caseId", Conduct.SCHEMA$),
    NOTE("note", "signalId", Note.SCHEMA$);

    static {
        TrustedClasses.register();
    }

    private final String slug;
    private final String subject;
    private final Optional<String> step;
    private final Schema schema;

    EventStream(String slug, String subject, Schema schema) {
        this(slug, subject, null, schema);
    }

    EventStream(String slug, String subject, String step, Schema schema) {
        this.slug = slug;
        this.subject = subject;
        this.step = Optional.ofNullable(step);
        this.schema = schema;
    }

    /** The name used in topics, labels and tables, for example {@code crime-recording}. */
    public String slug() {
        return slug;
    }

    /** The name that people read, for example {@code CPS referral}. */
    public String title() {
        String words = slug.replace('-', ' ').replace("cps", "CPS");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The stream with a slug, or nothing where there is none. */
    public static Optional<EventStream> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(stream -> stream.slug.equals(slug))
                .findFirst();
    }

    /** The stream of a topic, or nothing where it is no stream's. */
    public static Optional<EventStream> ofTopic(String topic, String prefix) {
        return topic.startsWith(prefix) ? ofSlug(topic.substring(prefix.length())) : Optional.empty();
    }

    /** The field that holds the subject's id, which is also the record's key. */
    public String subject() {
        return subject;
    }

    /** The field that tells apart the several things of one subject that the stream is about; empty where there is only one. */
    public Optional<String> step() {
        return step;
    }

    /** Whether even how much comes, and when, is for few: it is in no metric, and in no table of readers. */
    public boolean isRestricted() {
        return this == CONDUCT;
    }

    public Schema schema() {
        return schema;
    }

    /** The topic, for example {@code vaiwg.crime-recording}; the prefix carries its own dot. */
    public String topic(String prefix) {
        return prefix + slug;
    }
}
