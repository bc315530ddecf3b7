package vaiwg.demo.synthetic;

import java.util.Comparator;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.EventStream;

/**
 * A change that somebody made in the force's system, before it is delivered anywhere.
 *
 * @param changedAt when, in epoch milliseconds
 * @param value the event that tells of it
 */
record SyntheticChange(EventStream stream, String key, long changedAt, SpecificRecord value) {
    static final Comparator<SyntheticChange> IN_ORDER = Comparator.comparingLong(SyntheticChange::changedAt);
}
