package vaiwg.kpis.fields;

/** What is kept in state or sent between tasks: a public constructor without parameters, and fields that pass one by one. */
public interface FieldRecord {
    /** Passes every field, in an order that belongs to the record's stored format. */
    void pass(Fields fields);
}
