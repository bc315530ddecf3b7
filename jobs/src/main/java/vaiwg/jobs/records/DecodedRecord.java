package vaiwg.jobs.records;

import java.util.List;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.cases.VersionKind;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;
import vaiwg.kpis.time.PartitionClock;

/**
 * A record as it came off its topic, decoded once: an event, a progress record, or a rejection with the raw bytes. Only an event leaves the
 * task in which it was read, and of it only what its subject needs: see {@link #pass}.
 */
public final class DecodedRecord implements FieldRecord {
    private static final char SEPARATOR = '/';

    public String topic;
    /** Ordinal of the stream whose topic it is. */
    public byte stream;

    public int partition;
    public long offset;
    /** The Kafka record's own timestamp, epoch milliseconds. */
    public long timestamp;

    public String force;
    /** The id of the subject that the event is about. */
    public String subject;

    /** Ordinal of the event's source in the schema's list. */
    public byte source;
    /** Of an event: the version that it carries, which admission knowledge times; null where there is no event, or it was rejected. */
    public Version version;

    /** The same event once more, as a second subject knows it: the case of the crime that a step of stalking management names; else null. */
    public DecodedRecord ofCase;
    /** Of an owner's note: its words, with the version; else null. */
    public OwnerNote note;
    /** Kinds of strange but possible values in it: bits by ordinal of {@link vaiwg.jobs.decode.DataQualityWarning}. */
    public int warnings;

    /** When the change was made, or up to when all is said to be complete, epoch milliseconds. */
    public long changedAt;
    /** Whether {@link #changedAt} moves the partition's clock: of an event that counts, and of progress that is not dated ahead. */
    public boolean believed;
    /** Whether this is a progress record, complete through {@link #changedAt}. */
    public boolean progress;
    /** Of a progress record what its source counted. */
    public List<StatedTotal> totals = List.of();
    /** Of a progress record how many totals cannot be compared with anything. */
    public int unusableTotals;
    /** Its partition's clock once it is read, epoch milliseconds; {@link PartitionClock#UNSET} where nothing has set it yet. */
    public long clock = PartitionClock.UNSET;
    /** Whether it only carries its partition's clock: a record that was read before the checkpoint, or none. */
    public boolean replayed;

    /** Slug of the reason where the record is rejected, else null. */
    public String rejected;

    public String detail;
    public byte[] key;
    public byte[] value;

    /** The same event about another subject. */
    public DecodedRecord about(String other, Version itsVersion) {
        DecodedRecord same = new DecodedRecord();
        same.stream = stream;
        same.partition = partition;
        same.offset = offset;
        same.timestamp = timestamp;
        same.force = force;
        same.source = source;
        same.subject = other;
        same.version = itsVersion;
        return same;
    }

    /** The key by which a subject's events meet: ids are unique within a force only. */
    public String subjectKey() {
        return force + SEPARATOR + subject;
    }

    /** The subject's own id of a {@link #subjectKey}. */
    public static String subjectOf(String key) {
        return key.substring(key.indexOf(SEPARATOR) + 1);
    }

    /** The force of a {@link #subjectKey}: its slug has no separator in it. */
    public static String forceOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    /** An event on its way to its subject: the version, and where its record stands, should it become a dead letter after all. */
    @Override
    public void pass(Fields fields) {
        force = fields.name(force);
        subject = fields.text(subject);
        source = fields.number(source);
        stream = fields.number(stream);
        partition = fields.number(partition);
        offset = fields.number(offset);
        version = VersionKind.pass(version, fields);
        timestamp = fields.instant(timestamp, version.changedAt);
    }
}
