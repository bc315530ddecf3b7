package vaiwg.demo.synthetic;

import java.util.HashMap;
import java.util.Map;
import vaiwg.schemas.Stalking;

/** Numbers the steps of each perpetrator in the order in which they are made, whichever crime they follow from. */
final class StalkingVersions {
    private final Map<String, Long> latest = new HashMap<>();

    void number(SyntheticChange change) {
        if (change.value() instanceof Stalking step) {
            step.setVersion(latest.merge(change.key(), 1L, Long::sum));
        }
    }
}
