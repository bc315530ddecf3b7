package vaiwg.cli.doctor;

import java.util.Set;

/** One thing that is looked at. It changes nothing, wherever it looks. */
public interface Check {
    /** A word or two, with which its lines begin. */
    String name();

    /** The checks without which there is nothing for it to see. */
    default Set<String> needs() {
        return Set.of();
    }

    /** @throws Exception in one sentence that says what to do, where it is one of ours */
    void look(Findings found) throws Exception;
}
