package vaiwg.jobs.admission;

import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.kpis.cases.ConductVersion;
import vaiwg.kpis.cases.ContactVersion;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.ItemVersion;
import vaiwg.kpis.cases.ManagementVersion;
import vaiwg.kpis.cases.OrderVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.SafeguardingVersion;
import vaiwg.kpis.cases.StepVersion;
import vaiwg.kpis.cases.SubmissionVersion;
import vaiwg.kpis.cases.Version;

/** An admitted event on its way to its subject: one of its versions, stamped. */
public final class SubjectEvent {
    private static final char SEPARATOR = '/';

    public String force;
    public String subject;
    /** Ordinal of the event's source in the schema's list. */
    public byte source;
    /** Where its record stands in Kafka, should it become a dead letter after all: its bytes do not travel. */
    public String topic;

    public int partition;
    public long offset;
    /** The Kafka record's own timestamp, epoch milliseconds. */
    public long timestamp;

    public CrimeVersion crime;
    public OutcomeVersion outcome;
    public StepVersion step;
    public ContactVersion contact;
    public SubmissionVersion submission;
    public ItemVersion item;
    public ManagementVersion management;
    public OrderVersion order;
    public SafeguardingVersion safeguarding;
    public ConductVersion conduct;

    /** What its subject is: each kind has an operator of its own. */
    public enum Kind {
        CASE,
        PERPETRATOR,
        ORDER,
        SAFEGUARDING,
        CONDUCT
    }

    /** Its record as a dead letter, without key and value, which are still at its place. */
    public DeadLetter deadLetter(Reason reason, String detail) {
        DeadLetter letter = new DeadLetter();
        letter.reason = reason.slug();
        letter.detail = detail;
        letter.topic = topic;
        letter.partition = partition;
        letter.offset = offset;
        letter.timestamp = timestamp;
        letter.cut = true;
        return letter;
    }

    /** The version that it carries: mostly a crime's or an outcome's, so these are looked for first. */
    public Version version() {
        if (crime != null) {
            return crime;
        }
        if (outcome != null) {
            return outcome;
        }
        for (Version other : new Version[] {step, contact, submission, item, management, order, safeguarding}) {
            if (other != null) {
                return other;
            }
        }
        return conduct;
    }

    /** What its subject is. */
    public Kind kind() {
        if (step != null) {
            return Kind.PERPETRATOR;
        }
        if (order != null) {
            return Kind.ORDER;
        }
        if (safeguarding != null) {
            return Kind.SAFEGUARDING;
        }
        return conduct != null ? Kind.CONDUCT : Kind.CASE;
    }

    /** The key by which a subject's events meet: ids are unique within a force only. */
    public String key() {
        return force + SEPARATOR + subject;
    }

    /** The subject's own id of a {@link #key}. */
    public static String subjectOf(String key) {
        return key.substring(key.indexOf(SEPARATOR) + 1);
    }

    /** The force of a {@link #key}: its slug has no separator in it. */
    public static String forceOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }
}
