package vaiwg.cli;

import java.util.List;
import java.util.Locale;
import vaiwg.cli.doctor.Line;

/**
 * What {@code doctor --json} prints.
 *
 * @param well whether nobody has anything to do
 */
record DoctorAnswer(boolean well, List<Said> checks) {
    /** @param state ok, do or skipped */
    record Said(String check, String state, String says) {}

    static DoctorAnswer of(List<Line> lines) {
        return new DoctorAnswer(
                isWell(lines),
                lines.stream()
                        .map(line -> new Said(line.check(), line.state().name().toLowerCase(Locale.ROOT), line.says()))
                        .toList());
    }

    static boolean isWell(List<Line> lines) {
        return lines.stream().noneMatch(line -> line.state() == Line.State.DO);
    }
}
