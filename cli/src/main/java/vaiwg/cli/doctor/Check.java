package vaiwg.cli.doctor;

import java.util.Set;

/**
 * One thing that is looked at. It changes nothing, wherever it looks.
 *
 * @param name a word or two, with which its lines begin
 * @param needs the checks without which there is nothing for it to see
 */
public record Check(String name, Look look, Set<String> needs) {
    public interface Look {
        /** @throws Exception in one sentence that says what to do, where it is one of ours */
        void at(Findings found) throws Exception;
    }

    public Check(String name, Look look, String... needs) {
        this(name, look, Set.of(needs));
    }
}
