package vaiwg.kpis.cases;

import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/**
 * Tells a person, or a place, what a record says of it no more, and what it says instead: each for the time from its knowledge time until its
 * knowledge time. Where the record's event came in order that is what changes at its knowledge time; else it is all that the record said of it, and all
 * that it says now, over all time. Fields are public and flat because it crosses the network.
 */
public final class PersonUpdate implements FieldRecord {
    public String force;
    /** The {@link PersonCode}. */
    public long person;

    public boolean place;
    /** Ordinal of the source of the event that caused it, in the schema's list. */
    public byte source;

    public PersonFact[] went = PersonState.NOTHING;
    public PersonFact[] came = PersonState.NOTHING;

    @Override
    public void pass(Fields fields) {
        force = fields.name(force);
        person = fields.bits(person);
        place = fields.flag(place);
        source = fields.number(source);
        went = fields.records(went, PersonFact::new);
        came = fields.records(came, PersonFact::new);
    }
}
