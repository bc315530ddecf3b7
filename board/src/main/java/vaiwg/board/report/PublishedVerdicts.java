package vaiwg.board.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.PublishedVerdict;
import vaiwg.board.figures.SeriesKey;

/** What was published with the snapshot, with what owners say of it. */
final class PublishedVerdicts implements Verdicts {
    private static final FigureVerdict NOTHING =
            new FigureVerdict(State.NOT_CHARTED, TargetState.NONE, Optional.empty(), "");

    private final Material material;

    PublishedVerdicts(Material material) {
        this.material = material;
    }

    @Override
    public FigureVerdict of(SeriesKey series) {
        return Optional.ofNullable(
                        material.verdicts().getOrDefault(series.kpi(), Map.of()).get(series.slice()))
                .map(PublishedVerdicts::verdict)
                .orElse(NOTHING);
    }

    private static FigureVerdict verdict(PublishedVerdict said) {
        String figures = said.suppressed() || said.figures().isEmpty() ? "" : ": " + said.figures();
        return new FigureVerdict(
                State.valueOf(said.state().toUpperCase(Locale.ROOT)),
                TargetState.valueOf(said.target().toUpperCase(Locale.ROOT)),
                said.since(),
                said.what() + figures);
    }

    @Override
    public List<Matter> open() {
        return material.matters().stream().map(this::matter).toList();
    }

    Matter matter(PublishedMatter said) {
        MeasureEntry measure = material.dictionary().find(said.kpi()).orElseThrow();
        List<PublishedNote> notes = material.notes().stream()
                .filter(note -> !note.acknowledgement() && said.signals().contains(note.signalId()))
                .toList();
        LocalDate raised = material.clock().asked(said.raised());
        LocalDate until = notes.stream()
                .map(PublishedNote::on)
                .min(Comparator.naturalOrder())
                .orElse(material.asAt());
        return new Matter(
                said.what(),
                AreaTitles.of(said.area()),
                measure.owner(),
                said.charts(),
                said.since(),
                raised,
                raised.plusDays(Matter.DAYS_TO_ANSWER),
                ReportWords.capital(said.figures()) + ".",
                !measure.aboutNobody() && said.suppressed(),
                state(said),
                notes.stream().reduce((earlier, later) -> later).map(note -> comment(said, note)),
                Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(raised, until))),
                said.signals());
    }

    private static Matter.State state(PublishedMatter said) {
        if (said.why().equals("data")) {
            return Matter.State.CHECK_THE_DATA;
        }
        return said.state().equals("act") ? Matter.State.ACT : Matter.State.WATCH;
    }

    private static OwnerComment comment(PublishedMatter said, PublishedNote note) {
        return new OwnerComment(
                said.what(), note.cause(), note.action(), note.post(), note.loggedIn(), note.on(), false);
    }
}
