package vaiwg.kpis.cases;

import vaiwg.kpis.fields.FieldRecord;
import vaiwg.kpis.fields.Fields;

/** Tells a person, or a place, what a record says of it from now on. Fields are public and flat because it crosses the network. */
public final class PersonNotice implements FieldRecord {
    public String force;
    /** The {@link PersonCode}. */
    public long person;
    /** Whether it is a place and no person. */
    public boolean place;
    /** Ordinal of the source of the event that caused it, in the schema's list. */
    public byte source;

    public PersonRecord record;
    /** What the record said of it until now, in the order of {@link PersonFact#from}; empty where this is the first that it tells. */
    public PersonFact[] earlier = PersonRecord.NO_FACTS;

    @Override
    public void pass(Fields fields) {
        force = fields.name(force);
        person = fields.bits(person);
        place = fields.flag(place);
        source = fields.number(source);
        record = fields.record(record, PersonRecord::new);
        earlier = fields.records(earlier, PersonFact::new);
    }
}
