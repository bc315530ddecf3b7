package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vaiwg.board.Tier;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.PublishedNote;

/** Says which matters were closed since the report before, and how. */
record ClosedMatters(Material material) {
    private static final int MOST = 8;

    /** Beyond the eighth only how many. */
    List<Block.Sentence> sentences() {
        List<PublishedMatter> closed = material.closedMatters();
        List<Block.Sentence> sentences =
                new ArrayList<>(closed.stream().limit(MOST).map(this::sentence).toList());
        if (closed.size() > MOST) {
            sentences.add(Block.Sentence.of(
                    ReportWords.capital(ReportWords.counted(closed.size() - MOST, "more matter", "more matters"))
                            + " closed.",
                    ""));
        }
        return sentences;
    }

    /** The midnight at which it was open no more. */
    static LocalDate endedOn(PublishedMatter matter) {
        return matter.asAt().plusDays(1);
    }

    /** Whether corrections took away all that it rested on. */
    boolean isWithdrawn(PublishedMatter matter) {
        List<Boolean> withdrawn = matter.signals().stream()
                .map(material.withdrawn()::get)
                .filter(Objects::nonNull)
                .toList();
        return !withdrawn.isEmpty() && !withdrawn.contains(false);
    }

    /** What its owner found, where one said so; the words are not for everybody. */
    private String cause(PublishedMatter matter) {
        if (material.edition().tier() == Tier.PUBLIC) {
            return "";
        }
        return material.notes().stream()
                .filter(note -> matter.signals().contains(note.signalId()))
                .map(PublishedNote::cause)
                .filter(said -> !said.isBlank())
                .reduce((earlier, later) -> later)
                .map(said -> " Its owner found: " + said)
                .orElse("");
    }

    private Block.Sentence sentence(PublishedMatter matter) {
        String on = ReportWords.shortDay(endedOn(matter), material.asAt());
        String raised = "Raised " + ReportWords.shortDay(matter.raised(), material.asAt());
        String text = isWithdrawn(matter)
                ? raised + ", withdrawn " + on + ": corrections took away what it rested on."
                : raised + ", usual since " + on + ".";
        return Block.Sentence.of(matter.what() + ".", text + cause(matter));
    }
}
