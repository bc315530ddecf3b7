package vaiwg.cli.doctor;

import java.util.ArrayList;
import java.util.List;

/** What one check says, a line each. */
public final class Findings {
    private final String check;
    private final List<Line> lines = new ArrayList<>();

    Findings(String check) {
        this.check = check;
    }

    void ok(String sentence) {
        add(Line.State.OK, sentence);
    }

    void todo(String sentence) {
        add(Line.State.DO, sentence);
    }

    void skipped(String sentence) {
        add(Line.State.SKIPPED, sentence);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Whether all of it is as it must be. */
    boolean areWell() {
        return lines.stream().allMatch(line -> line.state() == Line.State.OK);
    }

    private void add(Line.State state, String sentence) {
        lines.add(new Line(check, state, sentence));
    }
}
