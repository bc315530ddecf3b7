package vaiwg.demo.synthetic;

import java.util.function.Consumer;

/** Where the cases of a day come from. */
interface CaseSource {
    /** Hands over the cases recorded on a day; their changes lie on that day or later. */
    void casesOf(int day, Consumer<SimulatedCase> sink);
}
