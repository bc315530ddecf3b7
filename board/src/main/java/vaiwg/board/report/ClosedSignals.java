package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.board.figures.SignalChange;
import vaiwg.board.figures.SignalCourse;
import vaiwg.board.report.Matters.OpenMatter;

/** Says what ended or was withdrawn since the last report, signals of one cause in one sentence. */
final class ClosedSignals {
    private static final int MOST = 8;

    private final Material material;
    private final List<OpenMatter> matters;

    /** @param matters that are open: what ended in one of their charts alone is no end */
    ClosedSignals(Material material, List<OpenMatter> matters) {
        this.material = material;
        this.matters = matters;
    }

    /** What ended after a day; beyond the eighth only how many. */
    List<Block.Sentence> sentences(LocalDate day) {
        List<SignalCause> causes = since(day);
        List<Block.Sentence> sentences =
                new ArrayList<>(causes.stream().limit(MOST).map(this::sentence).toList());
        int left = causes.stream()
                .skip(MOST)
                .mapToInt(cause -> cause.signals().size())
                .sum();
        if (left > 0) {
            sentences.add(Block.Sentence.of(
                    ReportWords.capital(ReportWords.counted(left, "more signal", "more signals")) + " ended.", ""));
        }
        return sentences;
    }

    /** Causes that ended after a day: those that were to be acted upon first, of the whole force before policing areas. */
    List<SignalCause> since(LocalDate day) {
        List<SignalCourse> closed = material.signals().stream()
                .filter(signal -> !signal.isOpen() && signal.newest().asAt().isAfter(day))
                .toList();
        return Stream.of(true, false)
                .flatMap(withdrawn -> new SignalCauses(material.dictionary())
                                .group(closed.stream()
                                        .filter(signal -> isWithdrawn(signal) == withdrawn)
                                        .toList())
                                .stream())
                .filter(cause -> matters.stream().noneMatch(open -> open.cause().isAlike(cause)))
                .sorted(Comparator.comparing((SignalCause cause) -> !cause.hasBeen("act"))
                        .thenComparing(cause -> cause.isOfAreas())
                        .thenComparing(SignalCause::raisedOn))
                .toList();
    }

    static boolean isWithdrawn(SignalCourse signal) {
        return signal.newest().change().equals("withdrawn");
    }

    private Block.Sentence sentence(SignalCause cause) {
        List<SignalChange> ends =
                cause.signals().stream().map(SignalCourse::newest).toList();
        LocalDate last =
                ends.stream().map(SignalChange::asAt).max(LocalDate::compareTo).orElseThrow();
        String on = ReportWords.shortDay(last, material.asAt());
        boolean one = ends.size() == 1;
        String raised = ReportWords.shortDay(cause.raisedOn(), material.asAt());
        String signals = one
                ? "The signal of " + raised
                : ReportWords.capital(ReportWords.small(ends.size())) + " signals, the first of " + raised + ",";
        boolean withdrawn = isWithdrawn(cause.signals().get(0));
        String text = withdrawn
                ? signals + (one ? " was" : " were") + " withdrawn on " + on
                        + ": corrections took away what it rested on."
                : "Back to usual since " + on + ". " + signals + (one ? " is closed." : " are closed.");
        return Block.Sentence.of(new Matters(material).title(cause) + ".", text);
    }
}
