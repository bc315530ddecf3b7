package vaiwg.kpis.cases;

import java.util.Comparator;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/**
 * All that one record says of a person, whenever it is known: a later message of the record takes its place. So it does not matter how
 * often it is told, and nothing has to be taken back by itself.
 */
public final class PersonRecord implements FieldRecord {
    /** In the order in which they came to be known; arrival never decides. */
    static final Comparator<PersonRecord> FIRST_KNOWN = Comparator.comparingLong((PersonRecord one) -> one.since)
            .thenComparingInt(one -> one.stream)
            .thenComparing(one -> one.record);

    static final PersonFact[] NO_FACTS = {};

    /** Ordinal of the record's stream in the schema's list. */
    public byte stream;
    /** The record's own id: a crime's reference, a matter's id. */
    public String record;
    /** The least stamp at which it ever named the person. */
    public long since;
    /** What it says, in the order of {@link PersonFact#from}; empty where it names the person no more. */
    public PersonFact[] facts = NO_FACTS;

    /** Whether it is another state of the same record. */
    public boolean isOneWith(PersonRecord other) {
        return stream == other.stream && record.equals(other.record);
    }

    /** The same as known since an earlier stamp. */
    PersonRecord knownSince(long earlier) {
        PersonRecord copy = new PersonRecord();
        copy.stream = stream;
        copy.record = record;
        copy.since = Math.min(since, earlier);
        copy.facts = facts;
        return copy;
    }

    @Override
    public void pass(Fields fields) {
        stream = fields.number(stream);
        record = fields.text(record);
        since = fields.instant(since, 0);
        facts = fields.records(facts, PersonFact::new);
    }
}
