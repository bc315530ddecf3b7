package vaiwg.board.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.ChartedPeriod;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedNote;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SignalCourse;
import vaiwg.kpis.suppression.PeopleCount;

/** Makes the open matters of a report: act before watch, the longest unanswered first. */
final class Matters {
    private static final Comparator<OpenMatter> ORDER = Comparator.comparing(
                    (OpenMatter matter) -> matter.matter().state())
            .thenComparing(matter -> matter.matter().answer().isPresent())
            .thenComparing(Comparator.comparingInt(
                            (OpenMatter matter) -> matter.matter().openDays())
                    .reversed())
            .thenComparing(matter -> matter.matter().title());

    private final Material material;
    private final ChartChoice choice;
    private final MatterText text;

    Matters(Material material) {
        this.material = material;
        this.choice = new ChartChoice(material.charts(), material.asAt());
        this.text = new MatterText(material.asAt());
    }

    /**
     * A matter, with what the report makes of it elsewhere.
     *
     * @param measure of the chart that shows it best
     * @param periods of that chart; empty where the daily alarm alone says so
     * @param brief what that chart shows
     */
    record OpenMatter(
            Matter matter,
            SignalCause cause,
            MeasureEntry measure,
            String slice,
            List<ChartedPeriod> periods,
            String brief) {}

    List<OpenMatter> open() {
        List<SignalCourse> open =
                material.signals().stream().filter(SignalCourse::isOpen).toList();
        return new SignalCauses(material.dictionary())
                .group(open).stream().map(this::matter).sorted(ORDER).toList();
    }

    private OpenMatter matter(SignalCause cause) {
        SignalCourse main = main(cause);
        MeasureEntry measure = measure(main);
        List<ChartedPeriod> periods = periods(measure, main);
        Optional<OwnerComment> answer = answer(cause);
        int openDays = material.clock().days(cause.raisedOn(), answeredOn(cause).orElse(material.asAt()));
        String brief = brief(measure, main, periods);
        LocalDate raised = material.clock().asked(cause.raisedOn());
        Matter matter = new Matter(
                title(cause, main),
                AreaTitles.of(measure.area()),
                measure.owner(),
                cause.charts(),
                cause.since(),
                raised,
                raised.plusDays(Matter.DAYS_TO_ANSWER),
                text(cause, brief),
                !measure.aboutNobody() && isOfFew(main, periods),
                state(cause),
                answer,
                openDays,
                cause.oldestFirst().map(SignalCourse::id).toList());
        return new OpenMatter(matter, cause, measure, main.key().slice(), periods, brief);
    }

    private static boolean isOfFew(SignalCourse main, List<ChartedPeriod> periods) {
        if (periods.isEmpty()) {
            return PeopleCount.isSmall(main.evidence().n())
                    || PeopleCount.isSmall((int) Math.round(main.evidence().observed()));
        }
        ChartedPeriod newest = periods.get(periods.size() - 1);
        int whole = newest.denominator() == null ? 0 : newest.denominator();
        return PeopleCount.isSmall(newest.numerator()) || PeopleCount.isSmall(whole);
    }

    private String brief(MeasureEntry measure, SignalCourse main, List<ChartedPeriod> periods) {
        if (!periods.isEmpty()) {
            return text.of(measure, periods);
        }
        return main.first().isDaily() ? text.early(measure, main) : text.said(measure, main);
    }

    /** The signal whose chart shows the matter best: of the whole force, of a figure of page 1, of the theme itself. */
    private SignalCourse main(SignalCause cause) {
        return cause.signals().stream()
                .min(Comparator.comparing((SignalCourse signal) ->
                                Slices.part(signal.key().slice(), "lpa").isPresent())
                        .thenComparing(signal -> !measure(signal).isOnPage1())
                        .thenComparing(
                                signal -> !Slices.theme(signal.key().slice()).equals(cause.theme()))
                        .thenComparing(signal -> signal.first().isDaily())
                        .thenComparing(signal -> !signal.newest().state().equals("act"))
                        .thenComparing(SignalCourse::raisedOn)
                        .thenComparing(SignalCourse::id))
                .orElseThrow();
    }

    private MeasureEntry measure(SignalCourse signal) {
        return material.dictionary().find(signal.key().kpi()).orElseThrow();
    }

    /** The chart that stands beside the measure's figure where it too is beyond its limits; else the signal's own. */
    private List<ChartedPeriod> periods(MeasureEntry measure, SignalCourse main) {
        SeriesKey key = main.key();
        List<ChartedPeriod> beside = measure.reading(material.edition().byMonth())
                .map(reading -> choice.periods(measure, reading, key.slice()))
                .orElse(List.of());
        boolean agrees = choice.newest(beside)
                .filter(period ->
                        Judge.of(period).verdict().isSignal() && period.figureSide() == SignalCauses.moved(main))
                .isPresent();
        if (agrees || main.first().isDaily()) {
            return agrees ? beside : List.of();
        }
        List<ChartedPeriod> own = material.charts().of(key);
        // Of policing areas, and of charts whose newest periods had too few cases, what was said of the signal has to
        // do.
        return own.isEmpty() ? main.evidence().period().map(List::of).orElse(List.of()) : own;
    }

    /** Who or where, and what. */
    String title(SignalCause cause) {
        return title(cause, main(cause));
    }

    private String title(SignalCause cause, SignalCourse main) {
        String what = ConcernWords.of(measure(main), SignalCauses.moved(main), SignalCauses.isByLess(main));
        String where = CausePlaces.title(cause, what);
        return where.isEmpty() ? ReportWords.capital(what) : where + ": " + what;
    }

    private static String text(SignalCause cause, String brief) {
        List<String> sentences = new ArrayList<>();
        if (state(cause) == Matter.State.CHECK_THE_DATA) {
            sentences.add("Check the data first: recording changed in the same weeks.");
        }
        sentences.add(brief);
        sentences.addAll(CausePlaces.sentences(cause));
        return String.join(" ", sentences);
    }

    private static Matter.State state(SignalCause cause) {
        if (cause.hasState("act")) {
            return Matter.State.ACT;
        }
        return cause.hasState("watch") ? Matter.State.WATCH : Matter.State.CHECK_THE_DATA;
    }

    private List<PublishedNote> notes(SignalCause cause) {
        List<String> ids = cause.signals().stream().map(SignalCourse::id).toList();
        return material.notes().stream()
                .filter(note -> !note.acknowledgement() && ids.contains(note.signalId()))
                .toList();
    }

    private Optional<LocalDate> answeredOn(SignalCause cause) {
        return notes(cause).stream().map(PublishedNote::on).min(Comparator.naturalOrder());
    }

    /** The newest answer to any of its signals. */
    private Optional<OwnerComment> answer(SignalCause cause) {
        return notes(cause).stream()
                .reduce((earlier, later) -> later)
                .map(note -> new OwnerComment(
                        title(cause, main(cause)),
                        note.cause(),
                        note.action(),
                        note.post(),
                        note.loggedIn(),
                        note.on(),
                        false));
    }
}
