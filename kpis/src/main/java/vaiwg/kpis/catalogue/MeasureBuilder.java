package vaiwg.kpis.catalogue;

import static vaiwg.kpis.catalogue.Basis.Kind.MATURED;
import static vaiwg.kpis.catalogue.Basis.Kind.SETTLED;
import static vaiwg.kpis.catalogue.Basis.Kind.STOCK;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.cases.Duty;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.reference.Population;
import vaiwg.schemas.EventStream;

/** Puts a measure together as it is declared. Rejects what cannot be counted. */
@API(status = API.Status.MAINTAINED)
public final class MeasureBuilder {
    /** Frozen figures are for charts of consecutive 28-day blocks, and for a year to compare with what people read. */
    private static final List<Window> CHARTING = List.of(Window.days(28), Window.days(365));

    private static final List<Window> BY_MONTH = List.of(Window.months(1), Window.months(3), Window.months(12));
    private static final int MINIMUM_N = 30;
    /** Of what is stated of a whole stock, and estimates nothing: as many as any figure needs that is not withheld. */
    private static final int MINIMUM_IN_STOCK = 5;
    /** Of a name in a row of a table, so that it stays on one line. */
    private static final int LONGEST_NAME = 34;
    /** Which a crime has whoever its victim is. */
    private static final Set<SliceFamily> NOT_BY_VICTIM =
            Set.of(SliceFamily.TOTAL, SliceFamily.THEME, SliceFamily.THEME_AND_LPA, SliceFamily.LPA);

    final String slug;
    final Measure.Kind kind;
    String title;
    Priority priority;
    int order;
    String headline = "";
    String headlineSlice = "";
    boolean annexed;
    boolean detailed;
    boolean shownAsCount;
    boolean aboutNobody;
    View readByDay;
    private Fact newerAlternative;
    private String shortTitle = "";
    private String concern = "";
    String definition;
    String unit;
    Direction direction = Direction.NONE;
    String caveats = "";
    String section = "";
    int minimumN = MINIMUM_N;
    boolean restricted;
    List<Optional<Variant>> variants = List.of(Optional.empty());
    boolean raisesAlerts;
    boolean tellingOfRecords;
    boolean knownLate;
    boolean fixedPlaces;
    ToIntFunction<Optional<Variant>> agedDays = none -> 0;
    int meanOfDays;
    Quantity quantity;
    Measure oldestOf;
    Population population;
    int readPer;
    ToIntFunction<Optional<Variant>> percent = none -> 0;
    Measure.Subject subject = Measure.Subject.CASE;
    List<Window> reading = List.of(Window.days(28), Window.days(90), Window.days(365));
    Function<Optional<Variant>, Expression> denominator;
    Function<Optional<Variant>, Expression> numerator;
    final Map<Basis, List<Window>> bases = new LinkedHashMap<>();
    final Map<Basis, List<Window>> dashboards = new LinkedHashMap<>();
    final List<SliceFamily> slices = new ArrayList<>();
    final List<Basis> estimates = new ArrayList<>();
    Set<Cause> causes = Set.of();
    Standard standard;

    private MeasureBuilder(String slug, Measure.Kind kind, String unit) {
        this.slug = slug;
        this.kind = kind;
        this.unit = unit;
    }

    /** A number of cases; it has no denominator. */
    public static MeasureBuilder count(String slug) {
        return new MeasureBuilder(slug, Measure.Kind.COUNT, "cases");
    }

    /** A part of a whole, 0 to 1: the part is always counted within the whole. */
    public static MeasureBuilder share(String slug) {
        return new MeasureBuilder(slug, Measure.Kind.SHARE, "share (0 to 1, shown in percent)");
    }

    /** One thing for each of another, counted from different streams and declared as such. */
    public static MeasureBuilder rate(String slug) {
        return new MeasureBuilder(slug, Measure.Kind.RATE, "for each crime");
    }

    /**
     * Cases in a year for each of a population's people, by the number valid on the day of the snapshot and not annualised; read for
     * 10,000 of them where {@link #readPer} does not say otherwise.
     */
    public static MeasureBuilder populationRate(String slug, Population population) {
        MeasureBuilder builder = new MeasureBuilder(slug, Measure.Kind.POPULATION_RATE, "");
        builder.population = population;
        return builder.readPer(10_000).windows(365);
    }

    /** So many of 100 cases have at most so much of a quantity: the nearest rank, never between two cases. */
    public static MeasureBuilder percentile(String slug, int percent, Quantity quantity) {
        return percentiles(slug, none -> percent, quantity);
    }

    /** Several of them, one for each value of the measure's dimension. */
    public static MeasureBuilder percentiles(String slug, ToIntFunction<Optional<Variant>> percent, Quantity quantity) {
        MeasureBuilder builder = new MeasureBuilder(slug, Measure.Kind.PERCENTILE, quantity.unit());
        builder.quantity = quantity;
        builder.percent = percent;
        return builder;
    }

    /** How old is the oldest of what a measure counts at each midnight: it is withheld wherever that count is. */
    public static MeasureBuilder oldest(String slug, Quantity age, Measure of) {
        MeasureBuilder builder = percentile(slug, 100, age)
                .amongStepsInStock()
                .denominator(of.numerator(Optional.empty()).orElseThrow());
        builder.oldestOf = of;
        builder.minimumN = MINIMUM_IN_STOCK;
        return builder;
    }

    public MeasureBuilder title(String title) {
        this.title = title;
        return this;
    }

    /** What rows of tables call it, in at most 34 characters, where the title is longer. */
    public MeasureBuilder shortTitle(String shortTitle) {
        this.shortTitle = shortTitle;
        return this;
    }

    /** Page 1 of the report shows it, as the figure with this number. */
    public MeasureBuilder headline(int order) {
        return headline(order, "");
    }

    /** Page 1 of the report shows it under a name of its own, such as one that says the horizon by which it is read there. */
    public MeasureBuilder headline(int order, String name) {
        return headline(order, name, "");
    }

    /** Page 1 of the report shows one slice of it, named as in the tables. */
    public MeasureBuilder headline(int order, String name, String slice) {
        this.order = order;
        this.headline = name;
        this.headlineSlice = slice;
        return this;
    }

    /** It is read after the figures of its area that are read first. */
    public MeasureBuilder annex() {
        this.annexed = true;
        return this;
    }

    /** It explains a measure that is charted: it is read on a page of its own, and watched by no chart. */
    public MeasureBuilder detail() {
        this.detailed = true;
        return annex();
    }

    /** How the report reads it, where that is not what {@link View#byDay} derives. */
    public MeasureBuilder readBy(Basis basis, Window window) {
        this.readByDay = new View(basis, window);
        return this;
    }

    /** The report says "4 of 72", and no share: what is counted is to be dealt with case by case. */
    public MeasureBuilder shownAsCount() {
        this.shownAsCount = true;
        return this;
    }

    /**
     * What it counts, and of what, is work: by where it stands or how it was done, not what happened to a person or was decided about one. A
     * small count of it may be told to everybody who may see the measure. What is not said to be so is taken to be about people.
     */
    public MeasureBuilder aboutNobody() {
        this.aboutNobody = true;
        return this;
    }

    /** Which matter it speaks of, where other measures do too: signals of them in one theme and the same weeks have one cause. */
    public MeasureBuilder concerns(String concern) {
        this.concern = concern;
        return this;
    }

    public MeasureBuilder in(Priority priority) {
        this.priority = priority;
        return this;
    }

    /** The definition in one or two plain sentences. */
    public MeasureBuilder definition(String definition) {
        this.definition = definition;
        return this;
    }

    public MeasureBuilder unit(String unit) {
        this.unit = unit;
        return this;
    }

    /** The denominator; for a count, what is counted. */
    public MeasureBuilder denominator(Expression denominator) {
        return denominators(none -> denominator);
    }

    /** The numerator, among the denominator; for a rate, what is counted in the other stream. */
    public MeasureBuilder numerator(Expression numerator) {
        return numerators(none -> numerator);
    }

    /**
     * Of the facts of its numerator one that newer records say. Of records without its field another says the same, so that it need not be
     * known.
     */
    public MeasureBuilder knownOtherwiseBy(Fact alternative) {
        this.newerAlternative = alternative;
        return this;
    }

    /** For how many of its people a rate for a population is read: 1,000 or 10,000, as others publish such figures. */
    public MeasureBuilder readPer(int people) {
        this.readPer = people;
        return unit(String.format(Locale.UK, "for each %s, in 365 days; read per %,d", population.one(), people));
    }

    /** One variant for each of some values of a dimension, at least one; sides and numbers are asked of each. */
    public MeasureBuilder ofEach(List<Variant> some) {
        this.variants = some.stream().map(Optional::of).toList();
        return this;
    }

    /** The denominator of each variant. */
    public MeasureBuilder denominators(Function<Optional<Variant>, Expression> denominator) {
        this.denominator = denominator;
        return this;
    }

    /** The numerator of each variant. */
    public MeasureBuilder numerators(Function<Optional<Variant>, Expression> numerator) {
        this.numerator = numerator;
        return this;
    }

    /** The numerator is what has been in the stock for more than so many days. */
    public MeasureBuilder countingOlderThan(ToIntFunction<Optional<Variant>> days) {
        this.agedDays = days;
        return this;
    }

    /** What it counts, where that is not cases. */
    public MeasureBuilder among(Measure.Subject counted) {
        this.subject = counted;
        return this;
    }

    /** Counts among steps, each on its own day; of a rate only the part. */
    public MeasureBuilder amongSteps() {
        this.subject = Measure.Subject.STEP;
        return this;
    }

    /** Counts steps that enter a stock of their own and leave it; the whole and the part have days of their own. */
    public MeasureBuilder amongStepsInStock() {
        this.subject = Measure.Subject.STEP_IN_STOCK;
        return bases(Basis.STOCK);
    }

    /**
     * A stock as the mean of what stood at the midnights of so many days, rounded to a whole; of a rate, what happened in these days for
     * what stood in the mean.
     */
    public MeasureBuilder inTheMeanOf(int days) {
        this.meanOfDays = days;
        return this;
    }

    /** Bases without a horizon, read over 28, 90 and 365 days where {@link #windows} does not say otherwise. */
    public MeasureBuilder bases(Basis... named) {
        Stream.of(named).forEach(basis -> bases.put(basis, List.of()));
        return this;
    }

    /** Read over windows of so many days, and not over the usual ones; frozen figures keep theirs. */
    public MeasureBuilder windows(int... days) {
        reading = IntStream.of(days).mapToObj(Window::days).toList();
        return this;
    }

    /** The revised headline at horizons of so many days. */
    public MeasureBuilder settled(int... days) {
        return bases(IntStream.of(days).mapToObj(Basis::settled).toArray(Basis[]::new));
    }

    /** The frozen figure at horizons of so many days. */
    public MeasureBuilder matured(int... days) {
        return bases(IntStream.of(days).mapToObj(Basis::matured).toArray(Basis[]::new));
    }

    /** Estimated early, with an interval: the share that leaves for one of some causes before horizons. */
    public MeasureBuilder estimated(Set<Cause> causes, Basis... horizons) {
        this.causes = causes;
        estimates.addAll(List.of(horizons));
        return this;
    }

    /** Standardised: strata are kept in cells, the value is calculated from them. */
    public MeasureBuilder standardised(Standard to) {
        standard = to;
        return by(to.strata());
    }

    public MeasureBuilder by(SliceFamily... families) {
        slices.addAll(List.of(families));
        return this;
    }

    /** Values of the dashboard and alert set. */
    public MeasureBuilder onDashboards(Basis basis, List<Window> windows) {
        dashboards.put(basis, List.copyOf(windows));
        return this;
    }

    public MeasureBuilder polarity(Direction direction) {
        this.direction = direction;
        return this;
    }

    public MeasureBuilder polarity(Direction direction, String caveats) {
        this.caveats = caveats;
        return polarity(direction);
    }

    /** What a reader must know, where there is no good direction. */
    public MeasureBuilder caveats(String caveats) {
        this.caveats = caveats;
        return this;
    }

    /** A headline of the report: the block charts of its total and themes raise signals, each judged among all of the pack. */
    public MeasureBuilder raisesAlerts() {
        this.raisesAlerts = true;
        return this;
    }

    /** How complete or how prompt records are: where its chart moves, signals of other figures speak of the data. */
    public MeasureBuilder tellingOfRecords() {
        this.tellingOfRecords = true;
        return this;
    }

    /** What is counted becomes known long after recording: a block that has just ended knows little of it, and is not charted. */
    public MeasureBuilder knownLate() {
        this.knownLate = true;
        return this;
    }

    /** It counts people on a programme with a fixed number of places, and stops growing when these are full, which is no change to tell. */
    public MeasureBuilder ofFixedPlaces() {
        this.fixedPlaces = true;
        return this;
    }

    public MeasureBuilder restricted() {
        this.restricted = true;
        return this;
    }

    /** The section of the paper that it answers to, such as "2.3.6". */
    public MeasureBuilder reference(String section) {
        this.section = section;
        return this;
    }

    /**
     * The finished measure.
     *
     * @throws IllegalStateException where something that a reader or the engine needs is missing, or bases do not fit the kind
     */
    public Measure build() {
        Measure measure = buildOfAnyRecords();
        for (Optional<Variant> variant : variants) {
            newFields(variant)
                    .filter(this::isOnlyOfRecordsWith)
                    .map(field -> Fact.asked(field.isThere()))
                    .forEach(known -> require(
                            known.isNeededBy(denominator.apply(variant)),
                            "\"" + known + "\" in the denominator: older records do not have the field"));
        }
        return measure;
    }

    /** Whether or not it is of records that have the fields that it reads: what is stated wrongly on purpose may leave that out. */
    Measure buildOfAnyRecords() {
        bases.replaceAll((basis, none) -> windowsOf(basis));
        require(
                title != null && priority != null && definition != null && section != null,
                "a title, a priority area, a definition and a section of the paper");
        require(denominator != null && !bases.isEmpty() && !slices.isEmpty(), "a denominator, a basis and slices");
        require(
                hasNumerator() == (numerator != null || isAged()),
                "a numerator, or none where it is a count or a percentile");
        require(
                kind != Measure.Kind.PERCENTILE
                        || subject == Measure.Subject.STEP_IN_STOCK && meanOfDays == 0
                        || bases.keySet().stream().allMatch(this::isOfKnownCases),
                "bases as known now");
        require(
                kind != Measure.Kind.RATE || subject == Measure.Subject.STEP || meanOfDays > 0,
                "another stream to count, or what stood in the mean, being a rate");
        require(
                meanOfDays == 0 || subject == Measure.Subject.STEP_IN_STOCK,
                "steps in a stock, being in the mean of days");
        require(estimates.isEmpty() || kind == Measure.Kind.SHARE, "to be a share, being estimated");
        require(variants.get(0).isEmpty() || estimates.isEmpty(), "no dimension, being estimated");
        require(population == null || reading.equals(List.of(Window.days(365))), "a year, being for a population");
        require(!isAged() || bases.keySet().stream().allMatch(b -> b.kind() == STOCK), "only stock, being aged");
        require(
                !subject.isOfPersons() || bases.keySet().stream().allMatch(this::isOfPersons),
                "bases that are revised, persons being known as they are now");
        require(!subject.isPresence() || reading.size() == 1, "one window, being of who is present in it");
        require(
                subject != Measure.Subject.PEOPLE
                        || slices.stream().noneMatch(SliceFamily::isOfAreas)
                        || variants.get(0).isPresent(),
                "no policing areas, being of people and not of how their records agree");
        require(
                !subject.isOfPersons() || NOT_BY_VICTIM.containsAll(slices),
                "slices that are not of victims, since it counts by a person's other crimes");
        dashboards.forEach((basis, windows) -> require(isRead(basis, windows), "what its boards show"));
        require(
                oldestOf == null
                        || oldestOf.slices().containsAll(slices)
                                && oldestOf.bases().equals(bases),
                "the slices and bases of what it is the oldest of");
        require(
                kind == Measure.Kind.SHARE
                        || variants.stream()
                                .flatMap(Optional::stream)
                                .noneMatch(value -> value.dimension().sharesOut()),
                "to be a share, its dimension being one of parts of a whole");
        requirePlace();
        Measure measure = new Measure(this);
        require(
                !raisesAlerts || measure.mayRaiseAlerts(),
                "a figure of 28 days or a month that is not revised, since the board report charts it");
        return measure;
    }

    private void requirePlace() {
        require(
                Math.max(shortTitle().length(), headline.length()) <= LONGEST_NAME,
                "a short title of at most " + LONGEST_NAME + " characters");
        require(order == 0 || !annexed, "one place in the report");
        require(!shownAsCount || kind == Measure.Kind.SHARE, "to be a share, being shown as a count");
        require(
                readByDay == null
                        || readable().getOrDefault(readByDay.basis(), List.of()).contains(readByDay.window()),
                "the view by which the report reads it");
    }

    String shortTitle() {
        return shortTitle.isEmpty() ? title : shortTitle;
    }

    String concern() {
        return concern.isEmpty() ? slug : concern;
    }

    /** By which bases and over which windows it is published, whether counted or calculated. */
    Map<Basis, List<Window>> readable() {
        Map<Basis, List<Window>> readable = new LinkedHashMap<>(bases);
        if (standard != null) {
            readable.replaceAll((basis, none) -> reading);
        }
        return readable;
    }

    /** The fields that it reads and records have not always had. */
    List<CountedField> newFields() {
        return variants.stream().flatMap(this::newFields).distinct().toList();
    }

    /** Whether a record without a field is left out; one that has another way to tell the same is not. */
    boolean isOnlyOfRecordsWith(CountedField field) {
        return newerAlternative == null || !newerAlternative.newField().equals(Optional.of(field));
    }

    private Stream<CountedField> newFields(Optional<Variant> variant) {
        return facts(variant).flatMap(fact -> fact.newField().stream());
    }

    /** The streams that tell its facts, and of a stock of cases when these leave it. */
    Set<EventStream> streams() {
        return streams(variants);
    }

    private Set<EventStream> streams(List<Optional<Variant>> some) {
        Set<EventStream> streams = some.stream()
                .flatMap(this::facts)
                .flatMap(fact -> fact.stream().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventStream.class)));
        if (subject == Measure.Subject.CASE && bases.containsKey(Basis.STOCK)) {
            streams.add(EventStream.OUTCOME);
        }
        return streams;
    }

    /** The duties whose contacts tell its facts. */
    Set<Duty> duties() {
        return variants.stream()
                .flatMap(this::facts)
                .flatMap(fact -> fact.duty().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
    }

    /** The streams, and the duties, that tell of one variant. */
    Set<RecordKind> recordKinds(Optional<Variant> variant) {
        return Stream.concat(
                        streams(List.of(variant)).stream().map(RecordKind::of),
                        facts(variant).flatMap(fact -> fact.duty().stream()).map(RecordKind::of))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The facts for which a variant asks, of the denominator first. */
    Stream<Fact> facts(Optional<Variant> variant) {
        return Stream.of(denominator, numerator)
                .filter(Objects::nonNull)
                .flatMap(side -> side.apply(variant).facts());
    }

    private boolean isAged() {
        return variants.stream().anyMatch(variant -> agedDays.applyAsInt(variant) != 0);
    }

    private List<Window> windowsOf(Basis basis) {
        if (standard != null) {
            return List.of();
        }
        if (basis.kind() == STOCK) {
            return List.of(meanOfDays == 0 ? Window.STANDING : Window.days(meanOfDays));
        }
        if (basis.isMonthly()) {
            return BY_MONTH;
        }
        return basis.kind() == MATURED ? CHARTING : reading;
    }

    private boolean isRead(Basis basis, List<Window> windows) {
        return estimates.contains(basis)
                ? Estimates.windows(basis).containsAll(windows)
                : bases.containsKey(basis) && bases.get(basis).containsAll(windows);
    }

    private boolean hasNumerator() {
        return kind == Measure.Kind.SHARE || kind == Measure.Kind.RATE;
    }

    private boolean isOfKnownCases(Basis basis) {
        return basis.equals(Basis.RECORDED) || basis.equals(Basis.ASSIGNED);
    }

    private boolean isOfPersons(Basis basis) {
        return basis.equals(Basis.RECORDED) || (basis.kind() == SETTLED && !basis.isMonthly());
    }

    private void require(boolean given, String what) {
        if (!given) {
            throw new IllegalStateException("the measure " + slug + " needs " + what);
        }
    }
}
