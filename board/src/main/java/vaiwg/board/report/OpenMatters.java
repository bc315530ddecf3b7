package vaiwg.board.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedMatter;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.SeriesKey;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.Slice;

/** The matters that the job published, with what owners say of them. */
record OpenMatters(Material material) {
    /** So many matters are named on a page beside their figures: one line more has room. */
    private static final int NAMED = 2;

    /**
     * "Act, page 2: Stalking: more cases end without the victim's support. Watch, page 2: Stalking and harassment: offences in schools, more than
     * usual; and one more." Every matter to act on is named; figures beside it may show nothing of a matter.
     */
    static String named(List<PublishedMatter> matters) {
        StringBuilder text = new StringBuilder();
        int named = 0;
        for (Matter.State state : Matter.State.values()) {
            List<String> all = matters.stream()
                    .filter(matter -> state(matter) == state)
                    .map(PublishedMatter::what)
                    .toList();
            int shown = state == Matter.State.ACT ? all.size() : Math.min(all.size(), Math.max(0, NAMED - named));
            named += shown;
            if (!all.isEmpty()) {
                Stream<String> more = shown == all.size()
                        ? Stream.empty()
                        : Stream.of((shown == 0 ? "" : "and ") + ReportWords.small(all.size() - shown) + " more");
                text.append(text.isEmpty() ? "" : " ")
                        .append(state.word())
                        .append(", ")
                        .append(ReportMaker.numbered(MattersPage.ID))
                        .append(": ")
                        .append(String.join(
                                "; ",
                                Stream.concat(all.stream().limit(shown), more).toList()))
                        .append('.');
            }
        }
        return text.toString();
    }

    /** Those of the themes of a page. */
    String named(Set<String> themes) {
        return named(material.matters().stream()
                .filter(matter -> themes.contains(Slice.theme(matter.slice())))
                .toList());
    }

    /** What a page owes before its figures: the matters of them, and how many are short of their targets; empty where there is neither. */
    String lead(Block... shown) {
        return lead(material.matters(), shown);
    }

    /** @param shown what a page is of: not what its figures are compared with */
    static String lead(List<PublishedMatter> matters, Block... shown) {
        List<SeriesKey> figures = Stream.of(shown)
                .flatMap(Page::figures)
                .map(Figure::key)
                .distinct()
                .toList();
        List<PublishedMatter> own = matters.stream()
                .filter(matter -> figures.stream().anyMatch(figure -> isOf(matter, figure)))
                .toList();
        return (named(own) + " " + Shortfalls.here(shown)).strip();
    }

    /** Of the figure, or of a part of what it counts, such as a theme or a policing area. */
    private static boolean isOf(PublishedMatter matter, SeriesKey figure) {
        return matter.kpi().equals(figure.kpi()) && Slice.cuts(matter.slice()).containsAll(Slice.cuts(figure.slice()));
    }

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
                !measure.countsWork() && said.suppressed(),
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
