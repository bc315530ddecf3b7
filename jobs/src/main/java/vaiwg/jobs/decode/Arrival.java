package vaiwg.jobs.decode;

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
import vaiwg.kpis.time.PartitionClock;

/**
 * A record as it came off its topic, decoded once: an event, a progress record, or a refusal with the raw bytes. It never leaves
 * the task in which it was read.
 */
public final class Arrival {
    public String topic;
    /** Ordinal of the stream whose topic it is. */
    public byte stream;

    public int partition;
    public long offset;
    /** The Kafka record's own timestamp, epoch milliseconds. */
    public long timestamp;

    public String force;
    /** The subject's id: the record's key. */
    public String subject;

    public String eventId;
    /** Ordinal of the event's source in the schema's list. */
    public byte source;
    /** Set where {@link #movesClock}. */
    public long changedAt;
    /** Whether {@link #changedAt} may move the partition's clock: not for what could not be decoded, or is dated ahead. */
    public boolean movesClock;

    public CrimeVersion crime;
    public OutcomeVersion outcome;
    public StepVersion step;
    /** The crime that a step of stalking management names, null where it names none; and the step as that crime's case knows it. */
    public String crimeReference;

    public ManagementVersion management;
    public ContactVersion contact;
    public SubmissionVersion submission;
    public ItemVersion item;
    public OrderVersion order;
    public SafeguardingVersion safeguarding;
    public ConductVersion conduct;
    public OwnerNote note;

    /** Whether this is a progress record, complete through {@link #changedAt}. */
    public boolean progress;

    /** Its partition's clock once it is read, epoch milliseconds; {@link PartitionClock#UNSET} where nothing has set it yet. */
    public long clock = PartitionClock.UNSET;

    /** Whether it only carries its partition's clock: a record that was read before the checkpoint, or none. */
    public boolean again;

    /** Kinds of strange but possible values in it: bits by ordinal of {@link StrangeValue}. */
    public int strange;

    /** Slug of the reason where the record is refused, else null. */
    public String refused;

    public String detail;
    public byte[] key;
    public byte[] value;
}
