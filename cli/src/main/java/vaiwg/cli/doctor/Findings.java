package vaiwg.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one check says, a line each. */
public final class Findings {
    private final String check;
    private final List<Line> lines = new ArrayList<>();

    public enum State {
        OK,
        /** Somebody has something to do. */
        DO,
        /** It was not looked at: nothing is configured, or what it needs is not well. */
        SKIPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * That it is well, or what to do.
     *
     * @param says one sentence, without a secret, a reference or a pseudonym
     */
    public record Line(String check, State state, String says) {}

    Findings(String check) {
        this.check = check;
    }

    public void ok(String sentence) {
        lines.add(new Line(check, State.OK, sentence));
    }

    public void todo(String sentence) {
        lines.add(new Line(check, State.DO, sentence));
    }

    public void skipped(String sentence) {
        lines.add(new Line(check, State.SKIPPED, sentence));
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    boolean areWell() {
        return lines.stream().allMatch(line -> line.state() == State.OK);
    }
}
