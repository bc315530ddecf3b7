package vaiwg.board.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.PublishedNote;
import vaiwg.kpis.catalogue.Movement;

/** The matters that the job published, with what owners say of them. */
record OpenMatters(Material material) {
    Matter matter(PublishedMatter said) {
        MeasureEntry measure = material.dictionary().find(said.kpi()).orElseThrow();
        List<PublishedNote> notes = material.notes().stream()
                .filter(note -> !note.acknowledgement() && said.signals().contains(note.signalId()))
                .toList();
        LocalDate until = notes.stream()
                .map(PublishedNote::on)
                .min(Comparator.naturalOrder())
                .orElse(material.asAt());
        return new Matter(
                said.what(),
                area(said.area()),
                measure.owner(),
                said.charts(),
                said.howSure(),
                said.nextStep(),
                said.since(),
                said.day(),
                said.figuresRaised().orElse(""),
                said.asked(),
                said.due(),
                said.text(),
                said.figuresNow().orElse(""),
                !measure.aboutNobody() && said.suppressed(),
                said.movement() == Movement.WORSE,
                state(said),
                notes.stream().reduce((earlier, later) -> later).map(note -> OwnerComment.of(said.what(), note)),
                Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(said.asked(), until))),
                said.signals());
    }

    private String area(String slug) {
        return material.dictionary().areas().stream()
                .filter(area -> area.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .title();
    }

    private static Matter.State state(PublishedMatter said) {
        if (said.why().equals("data")) {
            return Matter.State.CHECK_THE_DATA;
        }
        return said.state().equals("act") ? Matter.State.ACT : Matter.State.WATCH;
    }
}
