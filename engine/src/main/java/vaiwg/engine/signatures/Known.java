package vaiwg.engine.signatures;

import java.util.List;

/**
 * What a subject contributes as known at an instant.
 *
 * @param own the signatures of its record
 * @param steps its steps that have signatures of their own
 */
record Known(List<Signature> own, Steps steps) {
    static final Known NOTHING = Known.of(List.of());

    static Known of(List<Signature> signatures) {
        return new Known(signatures, Steps.NONE);
    }
}
