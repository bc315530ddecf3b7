package vaiwg.kpis.cases;

import java.util.Arrays;
import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/**
 * All that is kept of a person, or of a place: what each record says of it. Immutable, so that state may share its arrays.
 *
 * <p>No person has more than {@link #MOST} records, and no place more than {@link #MOST_AT_A_PLACE}: those are kept that came to be known
 * first, whichever arrived first, so that a pseudonym that stands for very many people costs little and every run refuses the same. A
 * record that ever named the person keeps its place, also when it names another one now. A refused record comes back only where it
 * turns out to have been known earlier.
 */
public final class PersonState implements FieldRecord {
    /** The greatest number of records of one person. */
    public static final int MOST = 256;
    /** The greatest number of one place: a square in a city has more crimes than a person. */
    public static final int MOST_AT_A_PLACE = 2_000;

    private static final PersonRecord[] NONE = {};

    /** In the order in which they came to be known. */
    public PersonRecord[] records = NONE;

    /** This person with what a record says now. The last of too many records is left out; where that is this one, the same object. */
    public PersonState with(PersonNotice notice) {
        PersonRecord next = notice.record;
        int most = most(notice);
        PersonState after = new PersonState();
        for (int i = 0; i < records.length; i++) {
            if (records[i].isOneWith(next)) {
                after.records = records.clone();
                after.records[i] = next.knownSince(records[i].since);
                Arrays.sort(after.records, PersonRecord.FIRST_KNOWN);
                return after;
            }
        }
        if (records.length == most && PersonRecord.FIRST_KNOWN.compare(next, last()) > 0) {
            return this;
        }
        PersonRecord[] more = Arrays.copyOf(records, records.length + 1);
        more[records.length] = next;
        Arrays.sort(more, PersonRecord.FIRST_KNOWN);
        after.records = more.length > most ? Arrays.copyOf(more, most) : more;
        return after;
    }

    /**
     * Whether a notice is of a record that is not kept, where there is no room for more: it is left out again, or takes the place of
     * {@link #last}.
     */
    public boolean refusesOneFor(PersonNotice notice) {
        return records.length == most(notice) && Arrays.stream(records).noneMatch(notice.record::isOneWith);
    }

    /** Whether a notice makes the refused records one more: a record that told something before is among them already. */
    public boolean refusesOneMoreFor(PersonNotice notice) {
        return notice.earlier.length == 0 && refusesOneFor(notice);
    }

    /** Of the records that are kept that which came to be known last; there is one. */
    public PersonRecord last() {
        return records[records.length - 1];
    }

    private static int most(PersonNotice notice) {
        return notice.place ? MOST_AT_A_PLACE : MOST;
    }

    @Override
    public void pass(Fields fields) {
        records = fields.records(records, PersonRecord::new);
    }
}
