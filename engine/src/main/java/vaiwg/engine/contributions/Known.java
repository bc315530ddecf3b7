package vaiwg.engine.contributions;

import java.util.List;

/**
 * What a subject contributes as known at an instant.
 *
 * @param own the contributions of its record
 * @param steps its steps that have contributions of their own
 * @param judged of a case whose crime is known, how it was judged; null elsewhere
 */
record Known(List<Contribution> own, Steps steps, JudgedCase judged) {
    static final Known NOTHING = Known.of(List.of());

    Known(List<Contribution> own, Steps steps) {
        this(own, steps, null);
    }

    static Known of(List<Contribution> contributions) {
        return new Known(contributions, Steps.NONE);
    }
}
