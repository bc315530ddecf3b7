package vaiwg.demo.synthetic;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.TrustedClasses;

/** A state as it was saved: a copy, which later changes of the state leave alone. */
final class Saved {
    static {
        TrustedClasses.register();
    }

    private Saved() {}

    static <E extends SpecificRecord> E copyOf(E state) {
        return SpecificData.getForSchema(state.getSchema()).deepCopy(state.getSchema(), state);
    }
}
